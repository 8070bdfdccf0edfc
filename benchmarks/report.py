"""Writes the results as tables and pictures into docs/performance.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import pictures
from benchmarks.window import DRAGS

BEGIN, END = "<!-- results: written by make bench -->", "<!-- end of results -->"

_TARGETS = {
    "all outcomes, one thread": 25,
    "the four on screen, one thread, against all outcomes of the reference": 45,
    "settled to the last bit, one thread": 3,
    "SALib": 50,
    "EMA workbench": 350,
}


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _ratios(results: Mapping[str, Any]) -> Iterator[str]:
    rows = []
    for section in ("against the reference", "against the field"):
        for name, pair in results.get(section, {}).get("results", {}).items():
            target = _TARGETS.get(name)
            label = name if section == "against the reference" else f"{name}, all outcomes"
            rows.append(
                [
                    label,
                    f"**{pair['ratio']:.0f} ×**",
                    f"{pair['lowest']:.0f}–{pair['highest']:.0f}",
                    f"{pair['reference_seconds']:.2f} s",
                    f"{1e3 * pair['subject_seconds']:.1f} ms",
                    f"{target} ×" if target else "",
                ]
            )
    head = ["10,000 × 52", "faster by", "range of the pairs", "theirs", "ours", "must reach"]
    yield from _table(head, rows)


def _sizes(results: Mapping[str, Any]) -> Iterator[str]:
    table = results["sizes"]["results"]
    columns = [
        "reference", "settled, two threads", "all, one thread", "all, two threads",
        "four, one thread", "four, two threads", "four, two threads, p95",
    ]  # fmt: skip
    rows = [[size, *(f"{row[column]:,.4g}" for column in columns)] for size, row in table.items()]
    yield from _table(["draws × weeks, milliseconds", *columns], rows)


def _memory(results: Mapping[str, Any]) -> Iterator[str]:
    table = results["memory"]["results"]
    columns = list(next(iter(table.values())))
    rows = [[size, *(f"{row[column]:,}" for column in columns)] for size, row in table.items()]
    yield from _table(["peak memory of a process, MB", *columns], rows)


def _tools_by_size(results: Mapping[str, Any]) -> Iterator[str]:
    table = results["tools by size"]["results"]
    ours, megabytes = results["sizes"]["results"], results["memory"]["results"]
    tools = list(next(iter(table.values())))
    rows = []
    for size, row in table.items():
        cells = {name: (each["seconds"], each["peak_mb"]) for name, each in row.items()}
        cells["reference"] = ours[size]["reference"] / 1e3, megabytes[size]["reference"]
        cells["live"] = ours[size]["all, two threads"] / 1e3, megabytes[size]["live"]
        shown = [
            f"{cells[name][0]:,.3g} s, {cells[name][1]:,} MB" if name in cells else "—"
            for name in ("live", "reference", *tools)
        ]
        rows.append([size, *shown])
    head = ["draws × weeks, all outcomes; peak memory of the process", "live", "reference", *tools]
    yield from _table(head, rows)


def _accuracy(results: Mapping[str, Any]) -> Iterator[str]:
    rows = [
        [
            view,
            name,
            *(f"{error[key]:.2f}" for key in ("mean", "root_mean_square", "p95", "highest")),
        ]
        for view, errors in results["accuracy"]["results"].items()
        for name, error in errors.items()
    ]
    head = ["view", "% of the fan's width", "mean", "root mean square", "p95", "highest"]
    yield from _table(head, rows)


def _window(results: Mapping[str, Any]) -> Iterator[str]:
    rows = []
    for platform, found in results["window"]["results"].items():
        for name, each in found.items():
            notes = []
            if "frames_a_second" in each:
                shown = "last value shown" if each["last_value_shown"] else "LAST VALUE MISSING"
                rebuilt = each["backgrounds_rebuilt"]
                low, high = each["p95_from_to_ms"]
                notes = [
                    f"{each['draws']:,} draws",
                    f"p95 {low:.1f}–{high:.1f} in {DRAGS} drags",
                    f"{each['frames_a_second']:.0f} frames a second",
                    shown,
                    f"{rebuilt} backgrounds painted anew",
                ]
            if "times_the_deployments" in each:
                times = each["times_the_deployments"]
                notes.append(
                    f"{times['median_ms']:.2f} × the drag of deployments at the median, "
                    f"{times['p95_ms']:.2f} × at p95"
                )
            if "megabytes_each" in each:
                notes.append(f"{each['pictures']} pictures of {each['megabytes_each']} MB")
            if "times_slower" in each:
                notes.append(f"{each['times_slower']:.0f} × the drag")
            row = [platform, name, f"{each['median_ms']:.1f}", f"{each['p95_ms']:.1f}"]
            rows.append([*row, ", ".join(notes)])
    yield from _table(["window, milliseconds", "", "median", "p95", ""], rows)


def _page(results: Mapping[str, Any]) -> Iterator[str]:
    found = results["explorable page"]["results"]
    if not found:  # no browser is installed
        return
    columns = ("median", "p95", "processor", "of it script", "must reach")
    rows = [
        [futures, *(f"{each[column]:g}" for column in columns)] for futures, each in found.items()
    ]
    head = ["explorable page: futures × 52 weeks, milliseconds from slider to paint"]
    yield from _table([*head, *columns[:-1], "p95 must reach"], rows)


def _start_up(results: Mapping[str, Any]) -> Iterator[str]:
    for how, found in results["start-up"]["results"].items():
        seconds = {name: value for name, value in found.items() if ", times" not in name}
        ratios = {name: value for name, value in found.items() if ", times" in name}
        said = ", ".join(f"{name} {value:.2f} s" for name, value in seconds.items())
        times = "; ".join(f"{name}: **{value:.2f}**" for name, value in ratios.items())
        yield f"- Start, {how}: {said}. {times[0].upper()}{times[1:]}."


def _rest(results: Mapping[str, Any]) -> Iterator[str]:
    for name, parts in results.get("floor", {}).get("results", {}).items():
        yield (
            f"- Distance from the floor, {name}: fused {parts['fused_ms']} ms against arithmetic "
            f"{parts['arithmetic_ms']} ms and histograms {parts['histograms_ms']} ms alone: "
            f"**{parts['ratio']}** (at most 1.4)."
        )
    for name, curve in results.get("growth", {}).get("results", {}).items():
        slope = f"slope **{curve['slope']}** on logarithmic axes (at most 1.05)"
        yield f"- Growth with {name}: {slope}."
    for name, same in results.get("threads", {}).get("results", {}).items():
        yield f"- {name.capitalize()} numbers with 1, 2 and 4 threads: " + (
            "the same bits." if same else "**NOT the same.**"
        )
    for name, work in results.get("analyses", {}).get("results", {}).items():
        yield (
            f"- {name[0].upper()}{name[1:]}: {work['runs']:,} projections in {work['seconds']} s, "
            f"{work['milliseconds_each']} ms each."
        )


def _text(results: Mapping[str, Any]) -> str:
    machine = results["machine"]
    versions = ", ".join(f"{name} {machine[name]}" for name in ("python", "numpy", "numba"))
    lines = [
        BEGIN,
        f"Measured on {machine['processor']}, {machine['cores']} cores, with {versions}.",
        "",
        *_ratios(results),
        "",
        "![Seconds for the same ensemble](images/benchmark-field.svg)",
        "",
    ]
    for section, part in (
        ("window", _window),
        ("explorable page", _page),
        ("start-up", _start_up),
        ("sizes", _sizes),
        ("memory", _memory),
        ("tools by size", _tools_by_size),
        ("accuracy", _accuracy),
    ):
        if section in results:
            lines += [*part(results), ""]
    if "growth" in results:
        lines += ["![Growth with draws](images/benchmark-growth.svg)", ""]
    return "\n".join([*lines, *_rest(results), END])


def _field_picture(results: Mapping[str, Any]) -> str:
    ours, seconds = [], {}
    for name, pair in results.get("against the reference", {}).get("results", {}).items():
        if name.endswith("two threads"):
            ours.append(f"live: {name}" if "settled" not in name else "settled, two threads")
            seconds[ours[-1].replace(", two threads", "")] = pair["subject_seconds"]
        elif name == "all outcomes, one thread":
            seconds["numpy reference"] = pair["reference_seconds"]
    for name, pair in results.get("against the field", {}).get("results", {}).items():
        seconds[name] = pair["reference_seconds"]
    ordered = dict(sorted(seconds.items(), key=lambda item: item[1]))
    return pictures.bars(
        "Seconds for 10,000 draws × 52 weeks with bands",
        ordered,
        [name.replace(", two threads", "") for name in ours],
    )


def write(results: Mapping[str, Any], docs: Path) -> None:
    """Put the tables between the marks in docs/performance.md, and the pictures in docs/images."""
    page = docs / "performance.md"
    text = page.read_text("utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(before + _text(results) + after, "utf-8")
    images = docs / "images"
    images.mkdir(exist_ok=True)
    if "against the reference" in results:
        (images / "benchmark-field.svg").write_text(_field_picture(results), "utf-8")
    if "growth" in results:
        draws = results["growth"]["results"]["draws"]
        weeks = results["growth"]["results"]["weeks"]
        (images / "benchmark-growth.svg").write_text(
            pictures.lines(
                "Milliseconds of a live projection, all outcomes, one thread",
                "draws (52 weeks), or cells: draws × weeks / 52",
                {
                    "draws": (draws["sizes"], draws["milliseconds"]),
                    "weeks, as as many draws of 52": (
                        [10_000 * size / 52 for size in weeks["sizes"]],
                        weeks["milliseconds"],
                    ),
                },
            ),
            "utf-8",
        )
