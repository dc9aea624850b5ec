"""History, drafts, and import and export, without a mouse."""

from pathlib import Path

from playwright.async_api import expect
from support.system import Admin

from .conftest import OpenPanel
from .keys import pick, press, reach, write


async def test_a_change_is_looked_at_and_brought_back(open_panel: OpenPanel, admin: Admin) -> None:
    handler = await admin.create("handlers", pattern="/keys_past", message="Until 8 pm")
    await admin.change("handlers", handler, message="Until 10 pm")
    page = await open_panel("editor", f"/history?entity=handler&id={handler}")
    await press(page, page.get_by_role("button", name="Changed handler /keys_past"))
    await expect(page.get_by_role("insertion")).to_have_text("10")
    await press(page, page.get_by_role("button", name="Compare with now").first)
    await expect(page.get_by_role("heading", name="until now")).to_be_visible()
    await press(page, page.get_by_role("button", name="Bring it back to before this"))
    await expect(page.get_by_text("Made: 0, changed: 1, deleted: 0")).to_be_visible()
    await press(page, page.get_by_role("button", name="Bring it back", exact=True))
    await expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert (await admin.http.get(f"handlers/{handler}")).json()["message"] == "Until 8 pm"


async def test_a_draft_is_begun_worked_in_and_made_live(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/keys_draft", message="Now")
    page = await open_panel("editor", "/drafts")
    await write(page, page.get_by_role("textbox", name="Name"), "Draft by keys")
    await page.keyboard.press("Enter")
    card = page.get_by_role("region", name="Draft by keys")
    await press(page, card.get_by_role("button", name="Work in it"))
    await press(page, page.get_by_role("link", name="Handlers", exact=True))
    await press(page, page.get_by_role("main").get_by_role("link", name="/keys_draft"))
    await write(page, page.get_by_role("textbox", name="Text", exact=True), "Soon")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    assert (await admin.http.get(f"handlers/{handler}")).json()["message"] == "Now"

    await press(page, page.get_by_role("link", name="Drafts", exact=True))
    await press(page, card.get_by_role("button", name="What it changes"))
    await press(page, card.get_by_role("button", name="Make it live"))
    await expect(card).to_have_count(0)
    assert (await admin.http.get(f"handlers/{handler}")).json()["message"] == "Soon"


async def test_a_draft_is_given_to_testers_and_wins_where_it_is_told_to(
    open_panel: OpenPanel, admin: Admin
) -> None:
    ids = [await admin.create("handlers", pattern=f"/keyswin{one}", message="0") for one in "ab"]
    draft = (await admin.http.post("drafts", json={"name": "Winning keys"})).json()["id"]
    for one in ids:
        await admin.http.patch(f"drafts/{draft}/handlers/{one}", json={"message": "Draft"})
        await admin.change("handlers", one, message="Live")
    page = await open_panel("editor", "/drafts")
    card = page.get_by_role("region", name="Winning keys")
    await press(page, card.get_by_role("button", name="What it changes"))

    # What comes late pushes the field away from under the focus.
    for text in ("The draft wins: handler /keyswinb", "Worth a look before it is live"):
        await expect(card.get_by_text(text)).to_be_visible()

    testers = card.get_by_role("combobox", name="Who tries it")
    for one in ("7100000003", "7100000004"):
        await pick(page, testers, one, search=one)
    # The last one is taken away again.
    await page.keyboard.press("Backspace")
    await press(page, card.get_by_role("button", name="Save"))
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    await expect(card.get_by_role("button", name="Save")).to_be_focused()
    assert (await admin.http.get(f"drafts/{draft}")).json()["testers"] == [7_100_000_003]

    for one in "ba":
        wins = card.get_by_role("checkbox", name=f"The draft wins: handler /keyswin{one}")
        await reach(page, wins, "Shift+Tab")
        await page.keyboard.press("Space")
        await expect(wins).to_be_checked()
    await press(page, card.get_by_role("button", name="Make it live"))
    await expect(page.get_by_text("The draft is live")).to_be_visible()
    await expect(card).to_have_count(0)
    now = [(await admin.http.get(f"handlers/{one}")).json()["message"] for one in ids]
    assert now == ["Draft", "Draft"]


async def test_a_draft_is_renamed_and_dropped(open_panel: OpenPanel, admin: Admin) -> None:
    draft = (await admin.http.post("drafts", json={"name": "Dropped keys"})).json()["id"]
    page = await open_panel("editor", "/drafts")
    await press(page, page.get_by_role("button", name="Rename “Dropped keys”"))
    await write(page, page.get_by_role("textbox", name="Name").last, "Other keys")
    await page.keyboard.press("Enter")
    card = page.get_by_role("region", name="Other keys")
    await press(page, card.get_by_role("button", name="What it changes"))
    for _ in ("asked", "sure"):
        await press(page, card.get_by_role("button", name="Drop it"))
    await expect(page.get_by_text("The draft is dropped")).to_be_visible()
    await expect(card).to_have_count(0)
    assert (await admin.http.get(f"drafts/{draft}")).status_code == 404


async def test_a_file_is_chosen_planned_and_carried_out(
    open_panel: OpenPanel, admin: Admin, tmp_path: Path
) -> None:
    handler = await admin.create("handlers", pattern="/keys_file", message="Old")
    file = tmp_path / "bot.yaml"
    file.write_text("version: 1\nhandlers:\n  /keys_file: {message: New}\n")
    page = await open_panel("editor", "/documents")
    async with page.expect_file_chooser() as choosing:
        await press(page, page.get_by_role("button", name="Choose a file"))
    await (await choosing.value).set_files(file)
    await press(page, page.get_by_role("button", name="Show what would change"))
    await press(page, page.get_by_role("button", name="Changed handler /keys_file"))
    await expect(page.get_by_role("insertion")).to_have_text("New")
    await press(page, page.get_by_role("button", name="Carry it out"))
    await expect(page.get_by_text("The document is carried out")).to_be_visible()
    assert (await admin.http.get(f"handlers/{handler}")).json()["message"] == "New"

    async with page.expect_download() as downloading:
        await press(page, page.get_by_role("link", name="Download as YAML"))
    saved = tmp_path / "export.yaml"
    await (await downloading.value).save_as(saved)
    assert "/keys_file:" in saved.read_text()
