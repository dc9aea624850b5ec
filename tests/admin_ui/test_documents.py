"""Import: nothing happens that was not seen before."""

from playwright.async_api import expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

DRAGGED = """text => {
  const files = new DataTransfer();
  files.items.add(new File([text], 'bot.yaml', { type: 'application/yaml' }));
  return files;
}"""


IS_PREVENTED = """(it, [name, files]) => !it.dispatchEvent(new DragEvent(name, {
  bubbles: true, cancelable: true, dataTransfer: files,
}))"""


async def test_a_document_is_carried_out_by_a_plan_that_is_of_what_is_live_now(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/imported", message="Old")
    page = await open_panel("editor", "/documents")
    document = page.get_by_role("textbox", name="Or paste the document")
    text = "version: 1\nhandlers:\n  /imported: {message: New}\n"
    await document.fill(text)
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_text("Made: 0, changed: 1, deleted: 0")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "documents")

    await admin.change("handlers", handler, message="Older")
    carry_out = page.get_by_role("button", name="Carry it out")
    await carry_out.click()
    await expect(page.get_by_text("look at the new plan")).to_be_visible()
    await expect(document).to_have_value(text)
    assert (await admin.http.get(f"handlers/{handler}")).json()["message"] == "Older"
    await carry_out.click()
    await expect(page.get_by_text("The document is carried out")).to_be_visible()
    assert (await admin.http.get(f"handlers/{handler}")).json()["message"] == "New"


async def test_what_is_wrong_in_a_document_is_told_with_its_place(open_panel: OpenPanel) -> None:
    page = await open_panel("editor", "/documents")
    document = page.get_by_role("textbox", name="Or paste the document")
    text = "version: 1\nhandlers:\n  /lost: {message: Hi, keyboard: nowhere}\n"
    await document.fill(text)
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_role("alert")).to_contain_text("handlers./lost.keyboard")
    await expect(document).to_have_value(text)


async def test_a_file_is_dropped_where_documents_come_in(
    open_panel: OpenPanel, admin: Admin
) -> None:
    await admin.create("handlers", pattern="/dropped", message="Old")
    page = await open_panel("editor", "/documents", color_scheme="dark")
    place = page.get_by_role("region", name="Import")
    text = "version: 1\nhandlers:\n  /dropped: {message: New}\n"
    files = await page.evaluate_handle(DRAGGED, text)
    await place.dispatch_event("dragenter", {"dataTransfer": files})
    await expect(place).to_have_attribute("data-over", "true")
    await shot(page, "documents-dropping-dark")
    await place.dispatch_event("drop", {"dataTransfer": files})
    await expect(place).not_to_have_attribute("data-over", "true")
    await expect(page.get_by_role("textbox", name="Or paste the document")).to_have_value(text)
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_text("Made: 0, changed: 1, deleted: 0")).to_be_visible()

    # Beside its place the browser would open the file, and the page were gone.
    elsewhere = page.get_by_role("heading", name="Import and export", level=1)
    files = await page.evaluate_handle(DRAGGED, "version: 1\n")
    for event in ("dragover", "drop"):
        assert await elsewhere.evaluate(IS_PREVENTED, [event, files])
    await expect(place).not_to_have_attribute("data-over", "true")
    await expect(page.get_by_role("textbox", name="Or paste the document")).to_have_value(
        "version: 1\n"
    )


async def test_a_viewer_looks_at_a_plan_and_carries_nothing_out(
    open_panel: OpenPanel, admin: Admin
) -> None:
    await admin.create("handlers", pattern="/looked_at", message="Old")
    page = await open_panel("viewer", "/documents")
    document = page.get_by_role("textbox", name="Or paste the document")
    await document.fill("version: 1\nhandlers:\n  /looked_at: {message: New}\n")
    await page.get_by_role("button", name="Show what would change").click()
    await expect(page.get_by_text("Made: 0, changed: 1, deleted: 0")).to_be_visible()
    await expect(page.get_by_role("button", name="Carry it out")).to_have_count(0)
    assert await serious_findings(page) == []


async def test_the_export_is_copied(open_panel: OpenPanel, admin: Admin) -> None:
    await admin.create("handlers", pattern="/exported", message="Hi")
    permissions = ["clipboard-read", "clipboard-write"]
    page = await open_panel("viewer", "/documents", permissions=permissions)
    await page.get_by_role("button", name="Copy as YAML").click()
    await expect(page.get_by_text("Copied")).to_be_visible()
    assert "/exported:" in await page.evaluate("navigator.clipboard.readText()")
