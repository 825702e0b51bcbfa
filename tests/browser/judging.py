"""Says what is wrong in short sentences, one a line, without a word about the test that found it."""

import pytest

MOST = 40


def judge(complaints, where=""):
    """Fail with one line for each complaint, each opened by where it was found; pass where there is none."""
    sentences = [f"{where}: {complaint}" if where else str(complaint) for complaint in dict.fromkeys(complaints)]
    if len(sentences) > MOST:
        sentences[MOST:] = [f"… and {len(sentences) - MOST} more"]
    if sentences:
        pytest.fail("\n".join(sentences), pytrace=False)
