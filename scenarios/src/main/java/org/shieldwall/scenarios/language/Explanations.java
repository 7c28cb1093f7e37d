package org.shieldwall.scenarios.language;

import java.util.List;

/** How the parts of a scenario act in a run: short paragraphs for the language page, each with a title. */
final class Explanations {
    /** @param title a few words @param text sentences, in Markdown */
    record Paragraph(String title, String text) {}

    private Explanations() {}

    static List<Paragraph> all() {
        return List.of(
                new Paragraph(
                        "Skill and hardening",
                        "`can` and `each` are probabilities at skill 0.5 and hardening 0.5. Else log-odds are added:"
                                + " logit p = logit p0 + `skill-weight` × (skill − 0.5) − `hardening-weight` × (hardening − 0.5)."
                                + " Hardening is the organisation's plus the template's minus 0.5, kept between 0 and 1."
                                + " 5 % at skill 0.8 and hardening 0.5 with weights 2 becomes 8.8 %; at hardening 0.7 it becomes 6.0 %."
                                + " 0 % and 100 % stay what they are."),
                new Paragraph(
                        "`can` and `each`",
                        "`can` is decided once for each exploit and target: a door that cannot open stays shut however often it is"
                                + " tried. `each` is decided anew at every attempt on a door that can open."),
                new Paragraph(
                        "Several levers on one number",
                        "First `sets` (of two levers that set the same number one must name the other in `over`), then all `scales`"
                                + " are multiplied, then the highest `at-least` and the lowest `at-most` bound the result."
                                + " A count of 4 under `sets: 6`, `scales: 0.5` and `at-least: 4` is 4."
                                + " A law that a path with `*` sets is drawn by each thing for itself."),
                new Paragraph(
                        "Levels of a service",
                        "Levels go from 0 to 100 %. `all-of` is the lowest level of its parts, `any-of` the highest, `{at-least: k, of: […]}`"
                                + " the k-th highest; `{at-least: 2, of: group}` is 100 % while two of its assets work, else 0; `share-of` is the share of"
                                + " assets that work; `weighted` is the mean by weights, which need not sum to 1, and a group in it counts by its"
                                + " share. A group by its name alone, also inside `any-of`, means all of its assets."),
                new Paragraph(
                        "A service in time",
                        "When what it needs is lost, first the `buffer` keeps the level (it drains as fast as supply is missing). Then the"
                                + " level falls: at once, or over `degrade` in eight equal steps. `by-hand` begins `after` the loss, lifts the"
                                + " level to `level` where it is below, and ends after `lasts` or when the needs give as much; once people are"
                                + " exhausted it begins again only after the needs have come back to its level. When what it needs"
                                + " (or `starts-with`) is back, `restart` passes before the level rises, to what the needs give at that moment."
                                + " `refill` begins when all that is needed is there again."),
                new Paragraph(
                        "Repairs",
                        "The first damage that a `restore` mends starts its decision (`after`, one entry; 0 where it is left out); then all"
                                + " such damage is listed, in the order in which it came, and crews on duty take one asset each. Crews begin"
                                + " nothing off duty; what they have begun they finish, also after the end of the shift. When all is mended, the next"
                                + " outage needs a new decision. An asset mended for one service is mended for all. What no service needs, no crew mends."),
                new Paragraph(
                        "What work costs",
                        "`cost-of-defence` holds analysts on duty (`count` and `second-tier` × `hour-cost` × hours on duty, worked or"
                                + " not) and the prices of levers. A lever that raises `count` costs these hours by itself: its `costs` should hold"
                                + " only what comes beside them. Crews cost nothing but what a lever says."),
                new Paragraph(
                        "Floods",
                        "A flood is known once an alert of `while-held` evidence was judged true; evidence at `start` shows the attempt, but"
                                + " nothing is then done about the flood. A target that the same actor floods by the same technique already is passed"
                                + " over; where there is no other, the step does nothing. A botnet shares its traffic between its floods; where none"
                                + " is left, an attempt fails."),
                new Paragraph(
                        "Masks",
                        "`check` makes what `fails-without` names as if it had not been written. A masked step never starts, and conditions"
                                + " pass it over: `all-of: [a, masked]` means `a`. Where nothing is left of a condition it does not hold. If"
                                + " `given` cannot happen any more, the mask cannot be tried; lint warns of it."),
                new Paragraph(
                        "Alerts at the end",
                        "`alert-wait` is over alerts on which work began, `alert-sojourn` over those that were judged: those that still wait"
                                + " at the end of the run count in neither. `alerts-waiting` shows whether many do."),
                new Paragraph(
                        "Facts",
                        "`./shieldwall run FILE --facts` prints a line for each fact: `time` (local), `timeNanos` (from the start), `kind`, `who` did"
                                + " it and `whom` it befell, `key` (its name), `trigger` (the fact that caused it) and `conditions` (those without"
                                + " which it would not have happened), both as keys. `value` depends on the kind: a service's level or a delivered"
                                + " share in hundredths of a per cent (8000 is 80 %), a lever on (1) or off (0), a duration in nanoseconds,"
                                + " the kind of damage by its place in the list above, from 0."));
    }
}
