"""One study becomes one block: sentences, picture and table, all made from the same cells (ADR 4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from engine import icon_array, language
from engine.language import N_
from engine.model import Aid, Arm, MeasuredArm, OutcomeRow, ScaleRow
from web.content import blocks
from web.page_objects import ArmView, CountView, RowView, SourceView, TableRow, TableView

_MEAN = N_("Gemiddeld cijfer")
_SCALE = N_("Van {low} tot {high}")
_OF = N_("Van de {total} {who}")


@dataclass(frozen=True)
class Studies:
    """What presenting a study needs beside the study."""

    aid: Aid
    sources: Mapping[str, SourceView]
    names: Mapping[str, str]
    code: str
    translate: Callable[[str], str]

    def view(self, row: OutcomeRow | ScaleRow) -> RowView:
        """The block of one study."""
        if isinstance(row, OutcomeRow):
            scale, arms, table = None, self._counted(row), self._counts(row)
        else:
            scale = language.scale_sentence(row.scale, self.code)
            arms, table = self._measured(row), self._means(row)
        return RowView(
            id=row.id,
            question=row.question,
            for_readers=row.for_readers,
            sensitive=row.sensitive,
            period=language.period_sentence(row.period, self.code),
            group=blocks(row.group),
            scale=scale,
            arms=arms,
            table=table,
            certainty=language.certainty_sentence(row.certainty, self.code),
            caveat=blocks(row.caveat),
            source=self.sources[row.study],
            not_studied=self._listed([option.name for option in self.aid.not_studied(row)]),
            not_applicable=self._listed([self.names[option] for option in row.not_applicable]),
        )

    def _counted(self, row: OutcomeRow) -> tuple[ArmView, ...]:
        return tuple(
            ArmView(
                name=arm.name,
                in_words=arm.in_words,
                picture=self._picture(row, arm, counts),
                counts=counts,
                counted=language.counted_sentence(row, arm, self.code),
            )
            for arm in row.arms
            for counts in [self._sentences(row, arm)]
        )

    def _sentences(self, row: OutcomeRow, arm: Arm) -> tuple[CountView, ...]:
        drawn = icon_array.drawn(row.denominator)
        marks = icon_array.marks(len(row.outcomes))
        sentences = language.arm_sentences(row, arm, self.code)
        return tuple(
            CountView(
                sentence,
                Markup(icon_array.legend(mark)) if drawn else Markup(""),
                language.range_sentence(arm, outcome.id, self.code),
            )
            for outcome, mark, sentence in zip(row.outcomes, marks, sentences, strict=True)
        )

    def _picture(self, row: OutcomeRow, arm: Arm, said: tuple[CountView, ...]) -> Markup:
        if not icon_array.drawn(row.denominator):
            return Markup("")
        counts = [arm.counts[outcome.id] for outcome in row.outcomes]
        label = " ".join([f"{arm.name}.", *(str(one.sentence) for one in said)])
        return Markup(icon_array.array(counts, label))

    def _measured(self, row: ScaleRow) -> tuple[ArmView, ...]:
        return tuple(
            ArmView(
                name=arm.name,
                in_words=None,
                picture=self._bar(row, arm),
                counts=(CountView(language.mean_sentence(arm, self.code), Markup(""), None),),
                counted=None,
            )
            for arm in row.arms
        )

    def _bar(self, row: ScaleRow, arm: MeasuredArm) -> Markup:
        said = f"{arm.name}. {language.mean_sentence(arm, self.code)} {language.scale_sentence(row.scale, self.code)}"
        return Markup(icon_array.scale_bar(row.scale, arm.mean, said))

    def _counts(self, row: OutcomeRow) -> TableView:
        of = self.translate(_OF).format(
            total=language.number(row.denominator, self.code), who=language.who(row.who, self.code)
        )
        rows = tuple(
            TableRow(outcome.clause, tuple(language.number(arm.counts[outcome.id], self.code) for arm in row.arms))
            for outcome in row.outcomes
        )
        return TableView(of, tuple(arm.name for arm in row.arms), rows)

    def _means(self, row: ScaleRow) -> TableView:
        means = tuple(language.number(arm.mean, self.code) for arm in row.arms)
        rows = (TableRow(self.translate(_MEAN), means),)
        scale = self.translate(_SCALE).format(
            low=language.number(row.scale.lowest, self.code), high=language.number(row.scale.highest, self.code)
        )
        return TableView(scale, tuple(arm.name for arm in row.arms), rows)

    def _listed(self, names: list[str]) -> str | None:
        return language.listed(names, self.code) if names else None
