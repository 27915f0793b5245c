"""`grader data`: what labs train on, where it comes from, and how to get more of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from grader.cli._options import language_option
from grader.errors import UsageError
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.data.download import Progress
    from grader.data.mnist_sources import Source

FETCHABLE = ("mnist",)
BAR_WIDTH = 20


@click.group(invoke_without_command=True)
@language_option
@click.pass_context
def command(ctx: click.Context, language: Language) -> None:
    """Say which data sets are there, and from where; `fetch` downloads."""
    if ctx.invoked_subcommand is None:
        for said in _state():
            click.echo(translate(said, language))
    # So that --lang may stand before `fetch` as well as after it.
    ctx.default_map = {"fetch": {"language": language}}


@command.command()
@click.argument("name", metavar="NAME")
@language_option
def fetch(name: str, language: Language) -> None:
    """Download the data set NAME (mnist, 12 MB) into the cache."""
    if name not in FETCHABLE:
        raise UsageError(sentence("data.unknown", name=name, names=", ".join(FETCHABLE)))
    from grader.cli._paths import near
    from grader.data.cache import default_cache_dir
    from grader.data.download import fetch_mnist

    with _shown_progress() as progress:
        fetched = fetch_mnist(default_cache_dir(), progress)
    for file in fetched:
        key = "data.already_there" if file.already_there else "data.downloaded"
        click.echo(translate(sentence(key, file=near(file.path)), language))


def _state() -> Iterator[Sentence]:
    from grader.cli._paths import near
    from grader.data.cache import default_cache_dir
    from grader.data.mnist_sources import mnist_sources

    cache = default_cache_dir()
    sources = list(mnist_sources(cache))
    if not sources:
        yield sentence("data.none")
    for number, source in enumerate(sources):
        yield sentence("data.otherwise", place=_place(source)) if number else _present(source)
    yield sentence("data.cache", folder=near(cache))


def _present(source: Source) -> Sentence:
    from grader.data.mnist import load_mnist

    # Loaded, not just found: what it is and whether it can be used shows only then.
    dataset = load_mnist()
    return sentence(
        "data.present",
        edition=dataset.source["mnist"],
        train=f"{len(dataset.arrays['train_images']):,}",
        test=f"{len(dataset.arrays['test_images']):,}",
        place=_place(source),
    )


def _place(source: Source) -> Sentence:
    from grader.cli._paths import near

    names = {"folder": "data.in_folder", "cache": "data.in_cache", "package": "data.in_package"}
    return sentence(names[source.kind], place=near(source.place))


@contextmanager
def _shown_progress() -> Iterator[Progress]:
    """A progress bar on standard error; none when that is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda _name, _done, _size: None
        return
    from grader.data.download import FILES

    total = sum(file.size for file in FILES.values())
    with click.progressbar(length=total, label="MNIST", width=BAR_WIDTH, file=sys.stderr) as bar:
        arrived: dict[str, int] = {}

        def progress(name: str, done: int, _size: int) -> None:
            bar.update(done - arrived.get(name, 0))
            arrived[name] = done

        yield progress
