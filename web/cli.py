"""The `keuzehulp` command. The only importer of click, and where the clock and the terminal come in.

A command imports by itself what only it needs and what takes long, such as Flask.
"""

import contextlib
import logging
import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import click

from engine import difference, figures, library, problem, review, strict
from engine.paths import AIDS
from engine.plain_dutch import report
from engine.thresholds import SEARCH_HITS
from web import ahead, release, scaffold, search_output, updating
from web.command_words import aids_here, usage
from web.command_words import shown as _shown
from web.links import NEUTRAL_PAGE

_AIDS = click.option(
    "--aids",
    type=click.Path(path_type=Path),
    envvar="KEUZEHULP_AIDS",
    callback=lambda _context, _option, chosen: chosen or aids_here(),
    help="Map met keuzehulpen. Ook te zetten met KEUZEHULP_AIDS. Zonder deze keuze: die van dit project.",
)


class _Dutch(click.Group):
    """What is typed wrong is said in Dutch, as everything else is."""

    def main(self, *arguments: Any, **options: Any) -> NoReturn:
        try:
            code = super().main(*arguments, **{**options, "standalone_mode": False})
        except click.Abort:
            _stop("Afgebroken.")
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.UsageError as error:
            click.echo(usage(error, self.commands), err=True)
            sys.exit(error.exit_code)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=_Dutch, help="Keuzehulpen maken, controleren en laten zien.")
def main() -> None:
    logging.basicConfig(format="%(message)s", stream=sys.stderr)


@main.command(help="Controleer keuzehulpen: een map, de map van één keuzehulp, of een bestand.")
@click.argument("places", nargs=-1, metavar="[PAD]...", type=click.Path(path_type=Path))
@click.option("--formaat", type=click.Choice(sorted(problem.FORMATS)), default="tekst", help="Vorm van de uitkomst.")
@click.option("--streng", is_flag=True, help="Keur ook 'let op' af, en teksten die als geheel niet makkelijk lezen.")
@_AIDS
def controleer(places: tuple[Path, ...], formaat: str, streng: bool, aids: Path | None) -> None:
    places, today = places or (aids or AIDS,), date.today()
    looked = [library.look(place, _shown(place), today) for place in places]
    found = [one for problems, _entries in looked for one in problems]
    judged = [one for _problems, entries in looked if streng for one in strict.judge(entries)]
    found += [one for aid in judged for one in strict.problems(aid)]
    click.echo(problem.FORMATS[formaat](found), nl=False)
    if formaat == "tekst":
        click.echo("".join(f"{aid}\n" for aid in judged) + problem.counted(found), err=True)
    sys.exit(1 if problem.errors(found) or (streng and strict.fails(found)) else 0)


@main.command(help="Laat de keuzehulpen zien op een adres op deze computer.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adres om op te luisteren.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Poort; 0 = een vrije.")
@click.option("--met-proef", is_flag=True, help="Laat ook keuzehulpen zien die nog een proef zijn.")
@click.option("--adres", help="Waar lezers de site vinden, voor links op papier: https://keuzehulp.example.")
@click.option(
    "--thema",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="KEUZEHULP_THEMA",
    help="Map met thema.css en logo.svg: de kleuren van uw organisatie. Ook te zetten met KEUZEHULP_THEMA.",
)
@click.option("--snel-weg", default=NEUTRAL_PAGE, show_default=True, help="Waar de knop Snel weg naartoe gaat.")
@click.option("--stijl", is_flag=True, help="Voor wie aan de site bouwt: toon op /stijl alle onderdelen.")
@click.option("--productie", is_flag=True, help="Voor een echte site: werkers die samen één geheugen delen.")
@click.option("--werkers", default=2, show_default=True, type=click.IntRange(1, 64), help="Hoeveel, met --productie.")
@click.option("--socket", type=click.Path(path_type=Path), help="Luister met --productie op dit socketbestand.")
@click.option(
    "--voorraad",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="KEUZEHULP_VOORRAAD",
    help="Map waarin het programma onthoudt wat het al nakeek. Dan start het sneller. Ook met KEUZEHULP_VOORRAAD.",
)
@click.option(
    "--cijfers", metavar="ADRES:POORT", help="Tel met --productie bladzijden per dag, en geef ze op dit adres."
)
@_AIDS
def start(
    host: str,
    port: int,
    met_proef: bool,
    adres: str | None,
    thema: Path | None,
    snel_weg: str,
    stijl: bool,
    productie: bool,
    werkers: int,
    socket: Path | None,
    voorraad: Path | None,
    cijfers: str | None,
    aids: Path | None,
) -> None:
    root, shown = aids or AIDS, _shown(aids or AIDS)
    try:
        with ahead.reading(root, shown, date.today(), voorraad, wanted=productie) as begun:
            # Loaded while helpers read.
            from web import production, server, starting

            counting = starting.counting_at(cijfers, productie=productie)
            wanted = starting.Wanted(root, shown, met_proef, adres, thema, voorraad, stijl, snel_weg, productie)
            live = starting.made_of(begun, wanted, date.today, _tell)
    except ahead.CannotStart as refused:
        _stop(str(refused))
    where = production.Where(host, port, socket)
    try:
        if productie:
            production.serve(live, where, werkers, _tell, counting)
            return
        listener = server.listen(live.application, host, port)
    except OSError as error:
        if productie:
            _stop(f"Op {where} kan de site niet luisteren: {scaffold.reason(error)}.")
        _stop(f"Poort {port} op {host} is niet vrij: {scaffold.reason(error)}. Kies een andere met --port.")
    except ValueError:
        _stop(f"'{host}' is geen adres van deze computer. Kies een ander met --host.")
    server.serve(listener)


@main.command(help="Begin een keuzehulp: maak de map SLUG met een bestand vol TODO's. Bijvoorbeeld: nieuw piepknie")
@click.argument("slug")
@_AIDS
def nieuw(slug: str, aids: Path | None) -> None:
    if aids is None and AIDS.parent.name == "_data":
        _stop("Kies met --aids de map waar de keuzehulp moet komen.")
    try:
        file = scaffold.create(Path(_shown(aids or AIDS)), slug, date.today())
    except scaffold.Refused as refused:
        _stop(str(refused))
    click.echo(f"Gemaakt: {file}")
    click.echo(f"Vul in waar TODO staat. Zie wat er nog moet met: keuzehulp controleer {file.parent}")


@main.command(help="Toon elk getal van een keuzehulp met zijn bron, om na te kijken naast het onderzoek.")
@click.argument("slug")
@click.option("--formaat", type=click.Choice(list(figures.FORMATS)), default="tekst", help="Vorm van de lijst.")
@_AIDS
def bronnen(slug: str, formaat: str, aids: Path | None) -> None:
    root = aids or AIDS
    checked = _known(root, slug)
    if checked.aid is None:
        click.echo(problem.as_text(checked.problems), nl=False, err=True)
        _stop(f"De getallen zijn te zien als deze fouten weg zijn: keuzehulp controleer {_shown(root / slug)}")
    click.echo(figures.FORMATS[formaat](checked.aid), nl=False)


@main.command(help="Geef een versie uit: leg de keuzehulp vast zoals die nu is.")
@click.argument("slug")
@click.option("--wat", help="Wat er veranderd is, in één zin. Zonder deze keuze wordt het gevraagd.")
@_AIDS
def uitgeven(slug: str, wat: str | None, aids: Path | None) -> None:
    root = Path(_shown(aids or AIDS))
    _known(root, slug)
    try:
        place, n = release.freeze(root, slug, date.today(), lambda: wat or click.prompt("Wat is er veranderd?"))
    except scaffold.Refused as refused:
        _stop(str(refused))
    click.echo(f"Versie {n} staat in {place}. Zet die map en de lijst erbij in Git.")


@main.command(help="Leg vast bij welke teksten van de keuzehulp de teksten in nl.kind.yaml, en.yaml en zo horen.")
@click.argument("slug")
@click.option("--klopt-nog", is_flag=True, help="Ook teksten die u niet veranderde: u hebt ze nagekeken.")
@_AIDS
def bijwerken(slug: str, klopt_nog: bool, aids: Path | None) -> None:
    root = Path(_shown(aids or AIDS))
    _known(root, slug)
    try:
        file, count, left = updating.update(root, slug, date.today(), unchanged_is_right=klopt_nog)
    except scaffold.Refused as refused:
        _stop(str(refused))
    click.echo(f"Vastgelegd in {file}: {count} teksten.")
    for name, drift in left:
        click.echo(f"Nog niet: {name} {drift.shown}. De keuzehulp veranderde, deze tekst niet.")
    if left:
        _stop("Verander die teksten. Of zeg dat u ze nakeek en dat ze kloppen, met --klopt-nog.")


@main.command(help="Toon wat er veranderd is tussen twee versies, of sinds de laatste uitgegeven versie.")
@click.argument("slug")
@click.argument("oud", required=False, type=int)
@click.argument("nieuw", required=False, type=int)
@_AIDS
def verschil(slug: str, oud: int | None, nieuw: int | None, aids: Path | None) -> None:
    root = aids or AIDS
    checked = _known(root, slug)
    history = checked.history
    if not history.versions:
        _stop(f"Van '{slug}' is nog geen versie uitgegeven. Dat doet u met: keuzehulp uitgeven {slug}")
    last = history.versions[-1].release.n
    old, new = history.version(last if oud is None else oud), history.version(nieuw) if nieuw is not None else None
    if old is None or (nieuw is not None and new is None):
        _stop(f"Kies uit versie {', '.join(str(one.release.n) for one in history.versions)}.")
    after = new.aid if new else checked.aid
    if after is None:
        _stop(f"Het bestand heeft nog fouten. Zie: keuzehulp controleer {_shown(root / slug)}")
    spoken = new.spoken if new else {voice: one.aid for voice, one in checked.voices.spoken.items()}
    found = difference.all_differences(old.aid, after, old.spoken, spoken)
    click.echo("\n".join(map(str, found)) or "Er is niets veranderd.")


@main.command(help="Toon wanneer elke keuzehulp opnieuw bekeken moet zijn.")
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf ook een agendabestand.")
@_AIDS
def herzien(ics: Path | None, aids: Path | None) -> None:
    root = aids or AIDS
    found = review.due(library.load(root, _shown(root), date.today()), date.today())
    click.echo(review.as_text(found), nl=False)
    if ics:
        from web import calendar_file

        try:
            ics.write_bytes(calendar_file.as_ics(found, date.today()))
        except OSError as error:
            _stop(f"{ics} kan niet geschreven worden: {scaffold.reason(error)}.")
        click.echo(f"Agenda: {ics}", err=True)


def _known(root: Path, slug: str) -> library.Checked:
    """The aid called `slug`, held against its versions; ends the program where there is none."""
    known = library.slugs(root)
    if slug not in known:
        near = get_close_matches(slug, known, 1)
        hint = f"Bedoelde u '{near[0]}'?" if near else f"Deze zijn er: {', '.join(known) or 'geen'}."
        _stop(f"Er is geen keuzehulp '{slug}' in {_shown(root)}. {hint}")
    checked = library.check_folder(root / slug, _shown(root / slug), date.today())
    if checked.conversation:
        _stop(f"'{slug}' is een gesprek met doelen en vragen. Dat heeft geen getallen en geen versies.")
    return checked


@main.command(help="Wijs in een tekst aan wat vaak lastig leest. BESTAND is tekst of Markdown; - is wat u intypt.")
@click.argument("bestand", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Geef de uitkomst als JSON.")
def leesbaarheid(bestand: Path, as_json: bool) -> None:
    try:
        raw = sys.stdin.buffer.read() if str(bestand) == "-" else bestand.read_bytes()
    except OSError as error:
        _stop(f"{bestand} kan niet gelezen worden: {scaffold.reason(error)}.")
    found = report.report(raw)
    shown = "-" if str(bestand) == "-" else _shown(bestand)
    click.echo(report.as_json(found) if as_json else report.as_text(found, shown), nl=False)
    sys.exit(1 if any(one.hit.level is problem.Level.ERROR for one in found.remarks) else 0)


@main.command(
    help="Zoek een keuzehulp zoals een lezer dat doet. VRAAG is gewone tekst.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("vraag", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Geef de uitkomst als JSON.")
@click.option("--top", default=SEARCH_HITS, show_default=True, type=click.IntRange(1), help="Hoeveel er hoogstens.")
@click.option("--vragen", type=click.File("rb"), help="Lees elke vraag van een eigen regel; - is wat u intypt.")
@_AIDS
def zoek(vraag: tuple[str, ...], as_json: bool, top: int, vragen: BinaryIO | None, aids: Path | None) -> None:
    if bool(vraag) == bool(vragen):
        _stop("Geef een vraag, of met --vragen een bestand met op elke regel een vraag.")
    root = aids or AIDS
    found = library.load(root, _shown(root), date.today()).shown(with_trial=True)
    find = search_output.finder(found, date.today(), top)
    if vragen is None:
        click.echo(find.as_json(" ".join(vraag)) if as_json else find.as_text(" ".join(vraag)))
    else:
        for line in vragen:
            click.echo(find.as_json(line.decode("utf-8", "replace").rstrip("\r\n")))


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


def _tell(text: str) -> None:
    """Say something of a site that has to run on where nothing can be written, such as on a full disk."""
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


if __name__ == "__main__":
    main()
