"""Whatever stands in a saved message, a code in it opens or it is refused in words."""

from contextlib import suppress

import pytest

from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from modeller.scenario.messages import attachments, message_text
from modeller.scenario.share_code import share_code
from modeller.scenario.sharing import open_bytes
from tests.met import MET

DAMAGED = (
    "Content-Disposition: attachment; filename*=",
    "Content-Disposition: attachment; o",
    "Content-Disposition: x; filename*0*=a; filename*0*=b; =; *",
    "Content-Type: text/plain; charset=no-such-thing",
    "Content-Type: multipart/mixed; boundary=",
    "Content-Transfer-Encoding: base64",
    'Content-Type: "',
    "Content-Type: text/" + "x" * 5_000 + "; " + "a=b; " * 300,
)


@pytest.mark.parametrize("line", DAMAGED, ids=range(len(DAMAGED)))
def test_that_a_code_under_a_damaged_line_opens_or_is_refused_in_words(line):
    code = share_code(Scenario(title="By mail"))
    mail = f"From: a\nTo: b\nMIME-Version: 1.0\n{line}\n\nLook:\n{code}\n".encode()
    message_text(mail)
    attachments(mail)
    with suppress(ModellerError):
        opened = open_bytes(mail, "it.eml", profile=MET)
        assert opened.scenarios[0].scenario.title == "By mail"


def test_that_what_the_library_cannot_read_is_passed_over(monkeypatch):
    def broken(*_):
        raise IndexError("string index out of range")

    code = share_code(Scenario(title="By mail"))
    mail = f"From: a\nTo: b\nSubject: c\n\nLook:\n{code}\n".encode()
    monkeypatch.setattr("email.message.EmailMessage.get_filename", broken)
    monkeypatch.setattr("email.message.EmailMessage.get_content", broken)
    assert attachments(mail) == []
    assert code in message_text(mail)
