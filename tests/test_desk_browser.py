"""A small office with one program: a group fills the form in, staff accept and build, and a resident finds it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.desk.office import Office
from tests.conftest import build_site
from tests.desks import PASSWORD, open_desk, running
from tests.folders import project
from tests.test_form_browser import forward, opened, send, to_step

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    config = project(tmp_path, settings="      send: {post: /submit}\n")
    build_site(config, tmp_path / "site")
    return replace(open_desk(tmp_path), site=tmp_path / "site")


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    with running(office) as port:
        yield f"http://127.0.0.1:{port}/"


def person(chromium: Browser, address: str, width: int = 390) -> Page:
    """Somebody with a browser of their own."""
    return chromium.new_context(
        viewport={"width": width, "height": 844}, base_url=address, locale="ja-JP", reduced_motion="reduce"
    ).new_page()


def fill(page: Page) -> None:
    """A new group with what is needed, up to the last step; a short list of terms is buttons instead of a menu."""
    opened(page)
    page.fill("#form [name=name]", "青空の会")
    page.fill("#form [name=kana]", "あおぞらのかい")
    forward(page)
    for name, value in (("kind", "volunteer"), ("fields", "environment"), ("areas", "citywide")):
        menu = page.locator(f"#form select[name={name}]")
        if menu.count():
            menu.first.select_option(value)
        else:
            page.check(f"#form [name={name}][value={value}]")
    to_step(page, "紹介のことば")
    page.fill("#form [name=summary]", "空を見ます。")
    page.fill("#form textarea[name=description]", "毎月、公園で空を見ています。")
    to_step(page, "連絡先")
    page.fill("[name='contact.phone']", "042-000-0077")
    to_step(page, "確かめて送る")


def accept_and_build(staff: Page, name: str) -> None:
    staff.goto("desk/")
    staff.locator(".desk-queue").get_by_role("link", name=name).click()
    staff.get_by_role("button", name="受け付ける", exact=True).click()
    expect(staff.get_by_role("heading", name="受け付けました")).to_be_visible()
    staff.get_by_role("button", name="サイトを作る").click()
    staff.wait_for_url("**/desk/build")
    staff.goto("desk/build?wait=1")
    expect(staff.get_by_role("heading", name="できました")).to_be_visible()


def signed_in_staff(chromium: Browser, address: str) -> Page:
    staff = person(chromium, address, 1280)
    staff.goto("desk/sign-in")
    staff.get_by_label("名前").fill("佐藤")
    staff.get_by_label("パスワード").fill(PASSWORD + "佐藤")
    staff.get_by_role("button", name="サインインする").click()
    return staff


def test_staff_who_write_down_a_fax_say_so_by_the_link_they_take(chromium: Browser, address: str) -> None:
    staff = signed_in_staff(chromium, address)
    staff.goto("desk/enter")
    link = staff.get_by_role("link", name="ファクス").get_attribute("href")
    assert link is not None
    opened(staff, link.replace("https://hiroba.example.org/", address))
    assert staff.locator("#form [name=_way]").input_value() == "fax"
    opened(staff, "edit/?way=<b>")
    assert staff.locator("#form [name=_way]").input_value() == "form"
    staff.context.close()


def test_a_new_group_and_its_correction_go_from_the_form_to_the_site(chromium: Browser, address: str) -> None:
    group, resident = person(chromium, address), person(chromium, address)
    staff = signed_in_staff(chromium, address)
    fill(group)
    group.fill("[name='_slip.name']", "山田 花子")
    send(group)
    expect(group.locator("#form-done")).to_contain_text(re.compile(r"[0-9]{4}-[0-9A-Z]{4}"))
    expect(group.locator("#form-done")).to_contain_text("職員が確かめて")

    accept_and_build(staff, "青空の会")

    resident.goto("search/?q=青空")
    resident.get_by_role("link", name="青空の会").first.click()
    expect(resident.get_by_role("heading", level=1)).to_contain_text("青空の会")
    assert "山田" not in resident.content()

    staff.goto("desk/links")
    staff.get_by_label("団体").select_option(label="青空の会")
    staff.get_by_role("button", name="リンクを作る").click()
    link = staff.get_by_label("リンク（").input_value()
    opened(group, link.replace("https://hiroba.example.org/", address))
    expect(group.locator("#form-whose")).to_contain_text("青空の会")
    to_step(group, "紹介のことば")
    group.fill("#form [name=summary]", "空と雲を見ます。")
    to_step(group, "確かめて送る")
    send(group)
    expect(group.locator("#form-done h2")).to_have_text("送りました")

    staff.goto("desk/")
    staff.locator(".desk-queue").get_by_role("link", name="青空の会").click()
    expect(staff.get_by_text("本人確認ずみのリンクから")).to_be_visible()
    expect(staff.locator("ins")).to_have_text("と雲")
    accept_and_build(staff, "青空の会")
    resident.goto("groups/aozoranokai/")
    expect(resident.locator("main, #main").first).to_contain_text("空と雲を見ます。")
    for each in (group, staff, resident):
        each.context.close()
