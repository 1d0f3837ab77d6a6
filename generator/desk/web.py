"""The desk on the web: its addresses, and what is heard before a page is asked."""

import mimetypes
from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from generator.desk import entering, entrance, lists, mending, public, review, verdicts
from generator.desk.asked import Answer, Asked, go
from generator.desk.body import Unfit, read_form
from generator.desk.entrance import HOME, Handler, acting, at_office, outside, own_form, signed_in
from generator.desk.gate import Gate
from generator.desk.office import Office
from generator.desk.show import said, style
from generator.desk.wire import asked_in, last_response, patience, response_to

_POST = "/desk/post/{name}"
# Windows takes these from its registry, where other programs have been.
_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".wasm": "application/wasm",
}
LOOK: tuple[tuple[str, Handler], ...] = (
    ("/submit", public.visited),
    ("/submit/style.css", style),
    (HOME, signed_in(lists.queue)),
    ("/desk", lambda office, asked: go(HOME)),
    ("/desk/sign-in", at_office(entrance.door)),
    ("/desk/history", signed_in(lists.history)),
    ("/desk/build", signed_in(lists.builds)),
    ("/desk/enter", signed_in(entering.enter)),
    ("/desk/links", signed_in(entering.links)),
    (_POST, signed_in(review.review)),
    (f"{_POST}/mend", signed_in(mending.mend)),
    (f"{_POST}/photo/{{number:int}}", signed_in(verdicts.picture)),
)
ACT: tuple[tuple[str, Handler], ...] = (
    ("/desk/sign-in", own_form(entrance.sign_in)),
    ("/desk/sign-out", acting(entrance.sign_out)),
    ("/desk/build", acting(lists.start_build)),
    ("/desk/push", acting(lists.send_again)),
    ("/desk/enter", acting(entering.upload)),
    ("/desk/links", acting(entering.make_link)),
    (_POST, acting(verdicts.act_on)),
    (f"{_POST}/go-on", acting(verdicts.go_on)),
    (f"{_POST}/mend", acting(mending.save_mended)),
)
Endpoint = Callable[[Request], Awaitable[Response]]


def application(office: Office) -> Starlette:
    """The desk as a web application; with the built site at the root if the office has it here."""
    routes: list[BaseRoute] = [Route("/submit", _taking(office), methods=["POST"])]
    routes += [Route(address, _looking(office, handler), methods=["GET"]) for address, handler in LOOK]
    routes += [Route(address, _acting(office, handler), methods=["POST"]) for address, handler in ACT]
    if office.site:
        for ending, kind in _TYPES.items():
            mimetypes.add_type(kind, ending)
        routes.append(Mount("/", StaticFiles(directory=office.site, html=True, check_dir=False)))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Gate, office=office)],
        exception_handlers={404: _missing(office), 405: _missing(office), 500: _failed(office)},
    )


def _looking(office: Office, handler: Handler) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await _answered(office, handler, asked_in(office, request))

    return endpoint


def _acting(office: Office, handler: Handler) -> Endpoint:
    """A staff form. Whoever may not come in is turned away before their form is read."""

    async def endpoint(request: Request) -> Response:
        asked = asked_in(office, request)
        try:
            if outside(office, asked):
                return last_response(office, await run_in_threadpool(handler, office, asked))
            form = await read_form(request, patience(office))
        except Unfit as unfit:
            return _refused(office, unfit, said(office, asked, "受け取れません", unfit.words, unfit.status, HOME))
        return await _answered(office, handler, replace(asked, pairs=form.pairs, files=form.files))

    return endpoint


def _taking(office: Office) -> Endpoint:
    """The public door."""

    async def endpoint(request: Request) -> Response:
        asked = asked_in(office, request)
        turned_away = await run_in_threadpool(public.too_often, office, asked)
        if turned_away:
            return last_response(office, turned_away)
        try:
            form = await read_form(request, patience(office))
        except Unfit as unfit:
            return _refused(office, unfit, public.refused(office, asked, unfit.status, unfit.words))
        return await _answered(office, public.submit, replace(asked, pairs=form.pairs))

    return endpoint


async def _answered(office: Office, handler: Handler, asked: Asked) -> Response:
    return response_to(await run_in_threadpool(handler, office, asked))


def _refused(office: Office, unfit: Unfit, answer: Answer) -> Response:
    return last_response(office, answer) if unfit.rest else response_to(answer)


def _missing(office: Office) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, error: Exception) -> Response:
        status = int(getattr(error, "status_code", 404))
        return response_to(
            said(office, asked_in(office, request), "見つかりません", "このページはありません。", status)
        )

    return handler


def _failed(office: Office) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, error: Exception) -> Response:
        words = "うまくいきませんでした。もう一度試しても同じときは、センターにお知らせください。"
        return response_to(said(office, asked_in(office, request), "うまくいきませんでした", words, 500))

    return handler
