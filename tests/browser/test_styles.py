"""The question about Material's styles is asked of every page; here, whether its answer would be another where one lacked."""

from browser.questions import styles


def test_a_rule_that_applies_would_be_missed(reader, made):
    with reader.opened(made, "mo-hinh/duong-hoa-tu-quan/") as (page, _):
        assert styles.lost(page) == []
        more = """.dv-page:hover h1::before, .x { top: 0 } @media print { body > .md-container :target { top: 0 } }
            .x h1 { top: 0 } h1 { --dv-paper: red } h2 { --nobody-reads: red }"""
        assert styles.lost(page, more) == [
            "lacks .dv-page:hover h1::before, .x",
            "lacks @media print body > .md-container :target",
            "lacks h1",
        ]
