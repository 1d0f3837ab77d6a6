"""The plugin's section of mkdocs.yml as one frozen noun: what differs from city to city."""

from pydantic import BaseModel, ConfigDict, Field


class Center(BaseModel):
    """The centre that runs the site and answers the telephone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = "市民活動センター"
    phone: str = ""
    fax: str = ""
    email: str = ""
    hours: str = ""
    address: str = ""
    place: str = ""


class Settings(BaseModel):
    """Everything about a city that is not a record."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    site_name: str = "ひろば"
    site_url: str = ""
    city: str = "清瀬市"
    city_short: str = "清瀬"
    prefecture: str = "東京都"
    lead: str = ""
    search_examples: tuple[str, ...] = Field(default=("スマホ", "手話", "子ども食堂"))
    word_readings: bool = False
    sample: bool = False
    repository: str = ""
    branch: str = "main"
    center: Center = Center()

    def absolute(self, url: str) -> str:
        """A site-relative address as a full one; empty if the site's own address is not known."""
        return f"{self.site_url.rstrip('/')}/{url}" if self.site_url else ""

    def source_url(self, path: str) -> str:
        """Where a file of the project is shown on the code host; empty if there is none."""
        return f"{self.repository.rstrip('/')}/blob/{self.branch}/{path}" if self.repository else ""
