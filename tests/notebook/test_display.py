from __future__ import annotations

import click

from grader.notebook.display import as_html

START, END = '<pre style="line-height:1.35;white-space:pre-wrap">', "</pre>"


def test_colours_become_styles() -> None:
    text = f"a {click.style('b', bold=True)} {click.style('c', fg='red')}\n"
    bold, red = '<span style="font-weight:bold">b</span>', '<span style="color:#d03030">c</span>'
    assert as_html(text) == f"{START}a {bold} {red}\n{END}"


def test_everything_else_stays_text() -> None:
    hostile = '<b onload="x">&amp;</b> \033[99;1;x m \033[31;"><script>'
    shown = as_html(hostile)
    assert "<b" not in shown
    assert "<script" not in shown
    assert "&lt;b onload=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;" in shown
