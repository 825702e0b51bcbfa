"""The menu of the header, as a reader uses it; and what shows how the page looks."""

NIGHT = "getComputedStyle(document.documentElement).colorScheme"
"""`light` or `dark`, whoever decided so."""


def open_menu(page):
    """Open the menu, where it is closed, and give it."""
    menu = page.locator(".dv-menu")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    return menu


def switch(page, label):
    """Have a switch of the menu the other way round, or a choice of it made; gives it."""
    one = open_menu(page).get_by_label(label, exact=True)
    one.click()
    return one
