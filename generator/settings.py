"""The plugin's section of mkdocs.yml as one frozen noun: what differs from city to city."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.japanese.municipal import right_code
from generator.japanese.text import narrow


def _code(text: str) -> str:
    if text and not right_code(text):
        raise PydanticCustomError("code", "no code of a municipality: {text}", {"text": text})
    return text


CityCode = Annotated[str, AfterValidator(_code)]
# A number or an address as it is dialled or typed, however wide its letters were written.
Narrow = Annotated[str, AfterValidator(narrow)]


class Center(BaseModel):
    """The centre that runs the site and answers the telephone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = "市民活動センター"
    phone: Narrow = ""
    fax: Narrow = ""
    email: Narrow = ""
    hours: str = ""
    address: str = ""
    place: str = ""


class Desk(BaseModel):
    """The receiver of what people send, and the staff's desk (`hiroba desk`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    inbox: str = "inbox"
    # Where staff may sign in from: this machine and private networks.
    networks: tuple[str, ...] = (
        "127.0.0.0/8",
        "::1/128",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "fc00::/7",
        "fe80::/10",
    )
    # Whose notes about who asked are believed (X-Forwarded-For, Forwarded, X-Real-IP); without any, nobody's are.
    proxies: tuple[str, ...] = ()
    # Names under which the desk is asked for, beside its own address and that of `send.post`.
    hosts: tuple[Annotated[str, Field(pattern=r"^[^/\s]+$")], ...] = ()
    # Whether what is accepted is sent to the code host at once (git push).
    push: bool = False
    within: str = "1週間ほど"
    largest_mb: float = Field(default=4, gt=0, le=64)
    # Seconds without a byte, and seconds in all, after which a sender is given up.
    pause_seconds: float = Field(default=20, gt=0)
    post_seconds: float = Field(default=60, gt=0)
    # So many posts at once from one address, and then one every so many seconds.
    burst: int = Field(default=20, gt=0)
    every_seconds: float = Field(default=30, gt=0)
    link_days: int = Field(default=30, gt=0, le=366)


class Send(BaseModel):
    """The ways by which the form can be sent, several at once; a city switches on what it looks after.

    `post` is the address of a receiver of form posts; `post_reply` says whether a script may read its answer (the
    answers of some spreadsheet receivers cannot be read). `email` sends to the centre, `code_host` proposes the profile
    to the repository, `paper` prints a slip.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    post: str = ""
    post_reply: bool = True
    netlify: bool = False
    email: bool = False
    code_host: bool = False
    paper: bool = False


class Settings(BaseModel):
    """Everything about a city that is not a record."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    site_name: str = "ひろば"
    site_url: str = ""
    # As it is written in full, and as people say it (ひろば市, ひろば); without a name pages say 「まち」.
    city: str = ""
    city_short: str = ""
    # 全国地方公共団体コード, with its check digit; for data that others read.
    city_code: CityCode = ""
    prefecture: str = ""
    lead: str = ""
    search_examples: tuple[str, ...] = Field(default=("スマホ", "手話", "子ども食堂"))
    word_readings: bool = False
    sample: bool = False
    repository: str = ""
    branch: str = "main"
    # Replace the site's files one by one, where others hold on to the folder itself (a container's volume).
    in_place: bool = False
    center: Center = Center()
    desk: Desk = Desk()
    send: Send = Send()

    @property
    def form(self) -> bool:
        """Whether there is a form: it needs at least one way to be sent."""
        return bool(self.send.post or self.by_email or self.by_code_host or self.send.paper)

    @property
    def by_email(self) -> bool:
        """Whether the form can be sent by e-mail."""
        return self.send.email and bool(self.center.email)

    @property
    def by_code_host(self) -> bool:
        """Whether the form can propose a profile to the code host."""
        return self.send.code_host and bool(self.repository)

    def absolute(self, url: str) -> str:
        """A site-relative address as a full one; empty if the site's own address is not known."""
        return f"{self.site_url.rstrip('/')}/{url}" if self.site_url else ""

    def source_url(self, path: str) -> str:
        """Where a file of the project is shown on the code host; empty if there is none."""
        return f"{self.repository.rstrip('/')}/blob/{self.branch}/{path}" if self.repository else ""
