package org.shieldwall.reports;

import java.util.List;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** Each organisation's own gain: for whom joining hands pays, in harm and in money. */
final class OrganisationSection implements Section {
    private static final String COST = "cost-of-defence@";

    @Override
    public void write(Html page, Results results) {
        String own = results.design().measure() + "@";
        var asked = results.design().asked();
        List<String> organisations = results.strategies().get(0).measures().keySet().stream()
                .filter(name -> name.startsWith(own))
                .map(name -> name.substring(own.length()))
                .toList();
        if (organisations.isEmpty()) {
            return;
        }
        String baseline = asked.get(0);
        String answer = asked.get(asked.size() - 1);
        page.raw("<section id=\"organisations\"><div class=\"say\">");
        page.element("h2", "", "What each organisation gains and pays");
        page.element("p", "", "%s against %s, run by run. Money a year.".formatted(answer, baseline));
        page.raw(
                "</div>\n<figure><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Gain and cost by organisation\"><table><thead><tr><th>Organisation</th><th class=\"r\">");
        page.text("Difference in " + results.design().measure().replace('-', ' '));
        page.raw(
                "</th><th class=\"r\">95&nbsp;% interval</th><th class=\"r\">Cost more a year</th></tr></thead><tbody>\n");
        for (String organisation : organisations) {
            page.raw("<tr>").element("td", "", organisation);
            Interval difference = results.comparisons().stream()
                    .filter(c -> c.measure().equals(own + organisation)
                            && c.strategy().equals(answer)
                            && c.baseline().equals(baseline))
                    .map(Results.Comparison::difference)
                    .findFirst()
                    .orElse(null);
            page.element("td", "class=\"r\"", difference == null ? "–" : Rounding.mean(difference));
            page.element("td", "class=\"r\"", difference == null ? "–" : Rounding.range(difference));
            Double before =
                    results.strategy(baseline).measure(COST + organisation).mean();
            Double after = results.strategy(answer).measure(COST + organisation).mean();
            page.element("td", "class=\"r\"", before == null || after == null ? "–" : Rounding.euros(after - before));
            page.raw("</tr>\n");
        }
        page.raw("</tbody></table></div></figure></section>\n");
    }
}
