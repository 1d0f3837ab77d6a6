"""The desk as an ASGI application: its table of addresses, and the order in which a request is read."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request as ASGIRequest
from starlette.responses import Response as ASGIResponse
from starlette.routing import BaseRoute, Mount, Route

from generator.desk.asgi import body_limits, closing_response, request_from, to_asgi
from generator.desk.http.body import BodyError, read_form
from generator.desk.http.request import Request, Response, redirect
from generator.desk.middleware import RequestFilter
from generator.desk.office import Office
from generator.desk.site import Site
from generator.desk.views import (
    build,
    correct,
    decide,
    enter,
    history,
    links,
    outcomes,
    queue,
    sign_in,
    submission,
    submit,
)
from generator.desk.views.guards import (
    HOME,
    View,
    login_required,
    network_refusal,
    office_only,
    same_origin,
    staff_form,
)
from generator.desk.views.pages import message_page, stylesheet

_POST = "/desk/post/{name}"
GET_ROUTES: tuple[tuple[str, View], ...] = (
    ("/submit", submit.about),
    ("/submit/style.css", stylesheet),
    (HOME, login_required(queue.queue_page)),
    ("/desk", lambda office, request: redirect(HOME)),
    ("/desk/sign-in", office_only(sign_in.sign_in_page)),
    ("/desk/history", login_required(history.history_page)),
    ("/desk/build", login_required(build.build_page)),
    ("/desk/enter", login_required(enter.enter_page)),
    ("/desk/links", login_required(links.links_page)),
    (outcomes.HERE, login_required(outcomes.outcomes_page)),
    (_POST, login_required(submission.submission_page)),
    (f"{_POST}/mend", login_required(correct.correct_page)),
    (f"{_POST}/photo/{{number:int}}", login_required(submission.photo)),
)
POST_ROUTES: tuple[tuple[str, View], ...] = (
    ("/desk/sign-in", same_origin(sign_in.sign_in)),
    ("/desk/sign-out", staff_form(sign_in.sign_out)),
    ("/desk/build", staff_form(build.start_build)),
    ("/desk/push", staff_form(queue.push_again)),
    ("/desk/enter", staff_form(enter.upload)),
    ("/desk/links", staff_form(links.make_link)),
    (outcomes.HERE, staff_form(outcomes.note_outcome)),
    (f"{outcomes.HERE}/undo", staff_form(outcomes.withdraw_outcome)),
    (_POST, staff_form(decide.post_decision)),
    (f"{_POST}/go-on", staff_form(decide.resume)),
    (f"{_POST}/mend", staff_form(correct.save_correction)),
)
Endpoint = Callable[[ASGIRequest], Awaitable[ASGIResponse]]
ErrorHandler = Callable[[ASGIRequest, Exception], Awaitable[ASGIResponse]]


def application(office: Office) -> Starlette:
    """The desk as a web application; with the built site at the root if the office has it here."""
    routes: list[BaseRoute] = [Route("/submit", _submit_endpoint(office), methods=["POST"])]
    routes += [Route(address, _get_endpoint(office, view), methods=["GET"]) for address, view in GET_ROUTES]
    routes += [Route(address, _post_endpoint(office, view), methods=["POST"]) for address, view in POST_ROUTES]
    if office.site:
        routes.append(Mount("/", Site(office.site)))
    return Starlette(
        routes=routes,
        middleware=[Middleware(RequestFilter, office=office)],
        exception_handlers={404: _not_found(office), 405: _not_found(office), 500: _server_error(office)},
    )


def _get_endpoint(office: Office, view: View) -> Endpoint:
    async def endpoint(received: ASGIRequest) -> ASGIResponse:
        return await _respond(office, view, request_from(office, received))

    return endpoint


def _post_endpoint(office: Office, view: View) -> Endpoint:
    """A form of staff. The form of a client outside the office's networks is refused before its body is read."""

    async def endpoint(received: ASGIRequest) -> ASGIResponse:
        request = request_from(office, received)
        try:
            if network_refusal(office, request):
                return closing_response(office, await run_in_threadpool(view, office, request))
            form = await read_form(received, body_limits(office))
        except BodyError as error:
            page = message_page(office, request, "受け取れません", error.words, error.status, HOME)
            return _to_error(office, error, page)
        return await _respond(office, view, replace(request, pairs=form.pairs, files=form.files))

    return endpoint


def _submit_endpoint(office: Office) -> Endpoint:
    """The form of the public. A client that sends too often is refused before the body is read."""

    async def endpoint(received: ASGIRequest) -> ASGIResponse:
        request = request_from(office, received)
        limited = await run_in_threadpool(submit.rate_limited, office, request)
        if limited:
            return closing_response(office, limited)
        try:
            form = await read_form(received, body_limits(office))
        except BodyError as error:
            return _to_error(office, error, submit.refusal(office, request, error.status, error.words))
        return await _respond(office, submit.submit, replace(request, pairs=form.pairs))

    return endpoint


async def _respond(office: Office, view: View, request: Request) -> ASGIResponse:
    return to_asgi(await run_in_threadpool(view, office, request))


def _to_error(office: Office, error: BodyError, response: Response) -> ASGIResponse:
    return closing_response(office, response) if error.rest else to_asgi(response)


def _not_found(office: Office) -> ErrorHandler:
    async def handler(received: ASGIRequest, error: Exception) -> ASGIResponse:
        request, status = request_from(office, received), int(getattr(error, "status_code", 404))
        return to_asgi(message_page(office, request, "見つかりません", "このページはありません。", status))

    return handler


def _server_error(office: Office) -> ErrorHandler:
    async def handler(received: ASGIRequest, error: Exception) -> ASGIResponse:
        words = "うまくいきませんでした。もう一度試しても同じときは、センターにお知らせください。"
        return to_asgi(message_page(office, request_from(office, received), "うまくいきませんでした", words, 500))

    return handler
