package org.shieldwall.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.experiments.Results;
import org.shieldwall.experiments.Rounding;
import org.shieldwall.experiments.statistics.Interval;

/** Each organisation's own gain: for whom joining hands pays, in harm and in money, and for whom it does not. */
final class OrganisationSection implements Section {
    private static final String COST = "cost-of-defence@";

    /** @param costs paired difference in money a year; null where it states none */
    private record Own(String name, Interval harm, @Nullable Interval costs) {
        boolean nothing() {
            Interval money = costs;
            return harm.low() == 0 && harm.high() == 0 && (money == null || money.low() == 0 && money.high() == 0);
        }

        boolean gains() {
            return harm.high() < 0;
        }

        boolean paysMore() {
            Interval money = costs;
            return money != null && money.low() > 0;
        }

        String verdict() {
            if (gains()) {
                return paysMore() ? "less harm, for more money" : "less harm, for no more money";
            }
            if (harm.low() > 0) {
                return "more harm: it does not pay";
            }
            return paysMore() ? "pays more, no gain told: it does not pay" : "no gain told";
        }
    }

    @Override
    public void write(Html page, Results results) {
        String own = results.design().measure() + "@";
        Results.StrategyResult baseline = Names.baseline(results);
        Results.StrategyResult answer = Names.answer(results);
        List<Own> organisations = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (String measure : baseline.measures().keySet()) {
            Results.Comparison harm =
                    measure.startsWith(own) ? Comparisons.toBaseline(results, answer.name(), measure) : null;
            if (harm != null) {
                String name = measure.substring(own.length());
                Results.Comparison costs = Comparisons.toBaseline(results, answer.name(), COST + name);
                Own one = new Own(name, harm.difference(), costs == null ? null : costs.difference());
                if (one.nothing()) {
                    untouched.add(name);
                } else {
                    organisations.add(one);
                }
            }
        }
        if (organisations.isEmpty()) {
            return;
        }
        page.raw("<section id=\"organisations\"><div class=\"say\">");
        page.element("h2", "", title(organisations));
        page.element(
                "p",
                "",
                "%s against %s, run by run: harm at the services that an organisation provides, and its money a year."
                        .formatted(answer.name(), baseline.name()));
        page.raw("</div>\n<figure>").raw(draw(organisations, true)).raw(draw(organisations, false));
        Table table = new Table(
                "Organisation",
                ">" + StrategySection.words(results.design().measure()),
                ">Money a year",
                "Does it pay?");
        for (Own one : organisations) {
            table.row(
                    one.name(),
                    Rounding.mean(one.harm()) + "\n" + Rounding.range(one.harm()),
                    money(one),
                    one.verdict());
        }
        table.write(page);
        page.element(
                "figcaption",
                "",
                "Paired differences with 95 % intervals; below zero is a gain. An organisation gains where the interval of its"
                        + " harm lies below zero. "
                        + (untouched.isEmpty()
                                ? ""
                                : "Nothing changes for %s.".formatted(String.join(", ", untouched))));
        page.raw("</figure></section>\n");
    }

    private static String title(List<Own> organisations) {
        long gain = organisations.stream().filter(Own::gains).count();
        List<String> losers = organisations.stream()
                .filter(one -> !one.gains() && (one.paysMore() || one.harm().low() > 0))
                .map(Own::name)
                .toList();
        String gains = gain == 0
                ? "No organisation's gain can be told"
                : "%d of %d organisations suffer less".formatted(gain, organisations.size());
        return losers.isEmpty() ? gains : "%s; for %s it does not pay".formatted(gains, String.join(", ", losers));
    }

    private static String money(Own one) {
        Interval costs = one.costs();
        if (costs == null) {
            return "–";
        }
        String mean = (costs.mean() > 0 ? "+" : "") + Rounding.euros(costs.mean());
        return Rounding.euros(costs.low()).equals(Rounding.euros(costs.high()))
                ? mean
                : mean + "\n%s to %s".formatted(Rounding.euros(costs.low()), Rounding.euros(costs.high()));
    }

    private static void tick(Svg svg, double x, int foot, String label, int left) {
        svg.line("gr", 1, x, 0, x, foot + 4);
        if (x > left + 20) {
            svg.text("s m q", x, foot + 20, label);
        }
    }

    private static String draw(List<Own> organisations, boolean wide) {
        int left = wide ? 190 : 8;
        int width = wide ? 820 : 358;
        int rowHeight = wide ? 30 : 46;
        double least = 0;
        double most = 0;
        StringBuilder sentence = new StringBuilder("Difference in harm by organisation:");
        for (Own one : organisations) {
            least = Math.min(least, one.harm().low());
            most = Math.max(most, one.harm().high());
            sentence.append(
                    " %s %s (%s);".formatted(one.name(), Rounding.mean(one.harm()), Rounding.range(one.harm())));
        }
        double from = least;
        double perUnit = (width - left - 16) / Math.max(1e-9, most - least);
        Svg svg = new Svg(wide ? "w" : "n", width, rowHeight * organisations.size() + 44, sentence.toString());
        double zero = left - from * perUnit;
        svg.line("ax", 1.5, zero, 0, zero, rowHeight * organisations.size() + 4);
        int foot = rowHeight * organisations.size();
        Scale scale = Scale.over(Math.max(-least, most), wide ? 4 : 2, 0, 1);
        for (double tick : scale.ticks()) {
            if (tick > 0 && tick <= -least) {
                tick(svg, zero - tick * perUnit, foot, "−" + scale.label(tick), left);
            }
            if (tick > 0 && tick <= most) {
                tick(svg, zero + tick * perUnit, foot, "+" + scale.label(tick), left);
            }
        }
        // At an edge the words stand inside the drawing.
        boolean atLeft = zero < left + 40;
        boolean atRight = zero > width - 50;
        svg.text(atLeft ? "s q" : atRight ? "s e q" : "s m q", atRight ? zero + 4 : zero, foot + 20, "0");
        svg.text(
                atLeft ? "s q" : "s e q",
                atLeft ? left : Math.min(width, Math.max(zero, left + 120)),
                foot + 38,
                "person-hours; 0 is no difference");
        double y = rowHeight / 2.0;
        for (Own one : organisations) {
            String key = one.gains() ? "c" : one.harm().low() > 0 ? "i" : "g";
            double at = wide ? y : y + 10;
            svg.text(wide ? "e" : "s b", wide ? left - 14 : 0, wide ? y + 4 : y - 4, one.name());
            svg.whisker(
                    "l" + key,
                    left + (one.harm().low() - from) * perUnit,
                    left + (one.harm().high() - from) * perUnit,
                    at);
            svg.dot("c" + key, left + (one.harm().mean() - from) * perUnit, at);
            y += rowHeight;
        }
        return svg.toString();
    }
}
