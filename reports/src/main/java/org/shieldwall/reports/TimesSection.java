package org.shieldwall.reports;

import java.util.List;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;

/** Times of detection and containment: how many runs get there, the median if reached, the restricted mean. */
final class TimesSection implements Section {
    private static final List<String> SHOWN = List.of("time-to-detect", "time-to-contain", "dwell-time");

    @Override
    public void write(Html page, Results results) {
        if (results.strategies().stream().noneMatch(s -> SHOWN.stream().anyMatch(s.times()::containsKey))) {
            return;
        }
        page.raw("<section id=\"times\"><div class=\"say\">");
        page.element("h2", "", "How soon attacks are seen and ended");
        page.element(
                "p",
                "",
                "Runs that never get there are counted, not dropped: the restricted mean takes the horizon for them.");
        page.raw(
                "</div>\n<figure><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Times by strategy\"><table><thead><tr><th>Time</th><th>Strategy</th><th class=\"r\">Reached</th>");
        page.raw(
                "<th class=\"r\">Goal reached first</th><th class=\"r\">Gave up</th><th class=\"r\">Evicted unseen</th><th class=\"r\">Still open</th><th class=\"r\">Median</th><th class=\"r\">Restricted mean</th></tr></thead>");
        page.raw("<tbody>\n");
        for (String name : SHOWN) {
            for (Results.StrategyResult strategy : results.strategies()) {
                Results.TimeResult time = strategy.times().get(name);
                if (time != null) {
                    page.raw("<tr>")
                            .element("td", "", StrategySection.words(name))
                            .element("td", "", strategy.name());
                    page.element(
                            "td", "class=\"r\"", Rounding.percent(time.reached().mean()));
                    for (Results.EndResult end : time.ends().values()) {
                        page.element("td", "class=\"r\"", Rounding.percent(end.probability()));
                    }
                    page.element("td", "class=\"r\"", Rounding.percent(time.open()));
                    page.element(
                            "td",
                            "class=\"r\"",
                            time.median() == null
                                    ? "not reached"
                                    : span(time.median().mean()));
                    page.element("td", "class=\"r\"", span(time.restrictedMean()))
                            .raw("</tr>\n");
                }
            }
        }
        page.raw("</tbody></table></div>");
        page.element(
                "figcaption",
                "",
                "Cumulative incidence of each end at the horizon of %s, by Aalen and Johansen: what came first, in share of the runs. An attacker gives up when all that could be tried was tried."
                        .formatted(span(results.design().horizonHours())));
        page.raw("</figure></section>\n");
    }

    private static String span(double hours) {
        return hours >= 72 ? Rounding.number(hours / 24) + " d" : Rounding.number(hours) + " h";
    }
}
