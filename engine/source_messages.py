"""What `source.py` says to an editor: rule id, Dutch message, remedy. Plain data and pure functions."""

Message = tuple[str, str, str]

NOT_UTF8: Message = (
    "tekenset",
    "Dit bestand is niet opgeslagen als UTF-8.",
    "Kies in uw tekstprogramma 'Opslaan als' met de codering UTF-8.",
)
CONTROL: Message = (
    "onzichtbaar-teken",
    "Hier staat een onzichtbaar teken.",
    "Haal het weg, of typ de regel opnieuw.",
)
NO_WIDTH: Message = (
    "onzichtbaar-teken",
    "Hier staat een teken zonder breedte, dat niemand ziet.",
    "Zet de cursor op deze plek, en druk één keer op Delete.",
)
LONE_RETURN: Message = (
    "regeleinde",
    "Dit bestand heeft oude regeleinden.",
    "Sla het op met regeleinden LF of CRLF.",
)
SECOND_DOCUMENT: Message = (
    "tweede-deel",
    "Hier begint met '---' een tweede deel.",
    "Een bestand heeft één deel: haal deze regel weg.",
)
ALIAS: Message = (
    "verwijsteken",
    "Een woord dat begint met '*' is in YAML een verwijzing.",
    "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens.",
)
ANCHOR: Message = (
    "verwijsteken",
    "Een woord dat begint met '&' is in YAML een anker.",
    "Haal het weg, of zet de tekst tussen aanhalingstekens.",
)
TAG: Message = (
    "uitroepteken",
    "Een waarde die begint met '!' is in YAML een bijzonder soort.",
    "Haal het weg, of zet de tekst tussen aanhalingstekens.",
)
ODD_KEY: Message = (
    "vreemde-naam",
    "De naam voor deze dubbele punt is geen gewone tekst.",
    "Gebruik een naam uit docs/begrippen.md.",
)
CUT_OFF: Message = (
    "tekst-afgekapt",
    "Alles na ' #' telt niet mee: dat leest YAML als opmerking.",
    "Hoort het bij de tekst? Zet de tekst tussen aanhalingstekens. Anders: zet de opmerking op een eigen regel.",
)
TWO_READINGS: Message = (
    "twee-lezingen",
    "Deze tekst kan op twee manieren gelezen worden.",
    "Schrijf hem eenvoudiger, of zet hem tussen dubbele aanhalingstekens.",
)
NOT_A_FILE: Message = ("onleesbaar", "Dit is geen gewoon bestand.", "Zet hier een gewoon tekstbestand neer.")


def nothing(file: str) -> Message:
    """Of an empty file; only an aid has an example to begin with."""
    back = "Haal het bestand terug uit Git."
    own = file.endswith("keuzehulp.yaml")
    return ("leeg", "Dit bestand is leeg.", f"{back} Is het nieuw? Begin met aids/_voorbeeld." if own else back)


def left_by_a_merge(mark: str) -> Message:
    return (
        "samenvoegen",
        f"Hier staat een rest van het samenvoegen in Git ({mark}).",
        "Kies één van de twee teksten. Haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    )


def too_big(limit: int) -> Message:
    return (
        "te-groot",
        f"Dit bestand is groter dan {limit // 1024} KiB.",
        "Kijk of dit het goede bestand is, of maak het kleiner.",
    )


def unreadable(error: OSError) -> Message:
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "Dit bestand is er niet.",
        IsADirectoryError: "Dit is een map, geen bestand.",
        PermissionError: "Dit bestand mag niet gelezen worden.",
    }
    message = reasons.get(type(error), "Dit bestand kan niet gelezen worden.")
    return ("onleesbaar", message, "Controleer de naam, de plaats en de rechten.")


def too_deep(limit: int) -> Message:
    return (
        "te-diep",
        f"Hier zitten meer dan {limit} blokken in elkaar.",
        "Kijk of er een haak te veel staat, of of de regels te ver zijn ingesprongen.",
    )


def double_key(key: str, first_line: int) -> Message:
    return (
        "dubbele-naam",
        f"'{key}' staat hier voor de tweede keer. De eerste staat op regel {first_line}.",
        "Haal een van de twee weg.",
    )


def empty(path: tuple[str | int, ...], *, behind_a_hash: bool) -> Message:
    name = path[-1] if path else ""
    what = f"Achter '{name}' staat niets." if isinstance(name, str) and name else "Hier staat niets."
    if behind_a_hash:
        return ("leeg", f"{what} Wat achter '#' staat, telt niet mee.", "Zet de tekst tussen aanhalingstekens.")
    return ("leeg", what, "Vul het in, of haal de regel weg.")


QUOTE = (
    "aanhalingsteken",
    "Dit aanhalingsteken gaat niet dicht.",
    "Zet aan het eind van de tekst hetzelfde teken.",
)
_COLON = (
    "dubbele-punt",
    "Hier staat een dubbele punt in een tekst.",
    "Zet de hele tekst tussen aanhalingstekens.",
)
_INDENT = (
    "inspringen",
    "Deze regel springt niet goed in, of hoort niet bij de regel erboven.",
    "Zet de regel even ver naar rechts als de regels ernaast, met spaties.",
)
_TAB = ("tab", "Hier staat een tab.", "Gebruik spaties om in te springen.")
_NO_COLON = (
    "naam-zonder-dubbele-punt",
    "Deze regel heeft geen ': ' achter de naam.",
    "Schrijf 'naam: waarde'. Is dit de tweede regel van een tekst? Gebruik dan '>-' achter de naam.",
)
_ESCAPE = (
    "omgekeerde-streep",
    "Achter deze '\\' staat een teken dat YAML niet kent.",
    "Gebruik enkele aanhalingstekens, of schrijf '\\\\'.",
)
_OTHER = (
    "yaml",
    "Deze regel is geen geldige YAML.",
    "Kijk naar inspringing, aanhalingstekens en haken.",
)

_INSIDE_BRACKETS = ("haak", "Hier ontbreekt iets tussen haken.", "Kijk of elke haak '[' of '{' ook dichtgaat.")


def first_character(character: str) -> Message:
    """For a value that begins with a character that means something in YAML."""
    return ("beginteken", f"Een tekst kan hier niet beginnen met '{character}'.", _COLON[2])


def _bracket(sign: str) -> Message:
    return ("haak", f"Deze haak '{sign}' gaat niet dicht.", "Zet aan het eind de haak die erbij hoort.")


def syntax(context: str, problem: str, character: str) -> tuple[bool, str, str, str]:
    """Translate what libyaml says. First item: whether the place is where the context began."""
    if "quoted scalar" in context and "escape" not in problem:
        return True, *QUOTE
    if "flow sequence" in context:
        return True, *_bracket("[")
    if "flow mapping" in context:
        return True, *_bracket("{")
    if "flow node" in context:
        return False, *_INSIDE_BRACKETS
    if "mapping values are not allowed" in problem:
        return False, *_COLON
    if "escape" in problem:
        return False, *_ESCAPE
    if character == "\t" or "tab character" in problem:
        return False, *_TAB
    if "could not find expected ':'" in problem:
        return True, *_NO_COLON
    if "cannot start any token" in problem:
        return False, "beginteken", f"Een tekst mag niet beginnen met '{character}'.", _COLON[2]
    if "did not find expected" in problem or "not allowed in this context" in problem:
        return False, *_INDENT
    return False, *_OTHER
