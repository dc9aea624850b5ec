from botloom_admin_api.as_code.button_matching import PresentButtons, match_buttons
from botloom_admin_api.schemas.buttons import ButtonFields


def button(label, data=None):
    return ButtonFields(label=label, data=data or label.lower())


A, B, C = button("A"), button("B"), button("C")


def test_what_is_where_it_should_be_stays():
    present = PresentButtons({1: A, 2: B, 3: A}, {"menu": [[1, 2]], "other": [[3, 1]]})
    found = match_buttons({"menu": [[A, B]], "other": [[A, A]]}, [], present)
    assert found.layouts == {"menu": [[1, 2]], "other": [[3, 1]]}
    assert found.unused == []


def test_a_changed_button_is_found_by_its_data_before_its_position():
    present = PresentButtons({1: A, 2: B}, {"menu": [[1, 2]]})
    renamed = button("Renamed", data="a")
    found = match_buttons({"menu": [[C, renamed]]}, [], present)
    assert found.layouts == {"menu": [[-1, 1]]}
    assert found.contents[1] == renamed


def test_a_changed_button_is_found_by_its_position():
    present = PresentButtons({1: A, 2: B}, {"menu": [[1], [2]]})
    found = match_buttons({"menu": [[A], [C]]}, [], present)
    assert found.layouts == {"menu": [[1], [2]]}
    assert found.contents[2] == C


def test_a_button_that_another_keyboard_needs_as_it_is_is_not_changed():
    present = PresentButtons({1: A}, {"menu": [[1]], "other": [[1]]})
    found = match_buttons({"menu": [[C]], "other": [[A]]}, [], present)
    assert found.layouts == {"menu": [[-1]], "other": [[1]]}


def test_a_shared_button_that_changes_everywhere_stays_shared():
    present = PresentButtons({1: A}, {"menu": [[1]], "other": [[1]]})
    found = match_buttons({"menu": [[C]], "other": [[C]]}, [], present)
    assert found.layouts == {"menu": [[1]], "other": [[1]]}
    assert found.contents == {1: C}


def test_equal_new_buttons_are_one():
    found = match_buttons({"menu": [[A]], "other": [[A, B]]}, [], PresentButtons({}, {}))
    assert found.layouts == {"menu": [[-1]], "other": [[-1, -2]]}


def test_a_button_on_no_keyboard_is_never_one_that_is_on_one():
    present = PresentButtons({1: A}, {"menu": [[1]]})
    found = match_buttons({"menu": [[A]]}, [A, A], present)
    assert found.layouts == {"menu": [[1]]}
    assert found.loose == [-1, -2]


def test_a_button_can_leave_its_keyboard():
    present = PresentButtons({1: A, 2: B}, {"menu": [[1, 2]]})
    found = match_buttons({"menu": [[B]]}, [A], present)
    assert found.layouts == {"menu": [[2]]}
    assert found.loose == [1]


def test_buttons_of_a_keyboard_that_stays_are_shared_but_not_changed():
    present = PresentButtons({1: A}, {"menu": [[1]], "kept": [[1]]})
    found = match_buttons({"menu": [[C]]}, [], present, kept_keyboards=["kept"])
    assert found.layouts == {"menu": [[-1]]}
    found = match_buttons({"new": [[A]]}, [], present, kept_keyboards=["kept", "menu"])
    assert found.layouts == {"new": [[1]]}
