package org.shieldwall.experiments;

import org.jspecify.annotations.Nullable;

/**
 * What "the strike lands" means in a table of strategies, in one word and one sentence: a scenario whose strike falls in
 * several places counts only runs in which it falls in all of them, and that is another figure than the share of campaigns
 * which reach their goal somewhere, or than that of each place.
 *
 * @param step that breaks things
 * @param places in which it is tried
 */
public record StrikeWords(String step, int places) {

    /** @return null where no step breaks anything */
    public static @Nullable StrikeWords of(Results results) {
        String measure = results.design().effect();
        if (measure == null) {
            return null;
        }
        String path = measure.substring(measure.indexOf('.') + 1);
        String campaign = path.substring(0, path.indexOf('.'));
        String step = path.substring(path.indexOf('.') + 1);
        int places = (int) results.campaigns().stream()
                .filter(one -> one.name().equals(campaign))
                .flatMap(one -> one.steps().stream())
                .filter(one -> one.name().equals(step))
                .count();
        return new StrikeWords(step, Math.max(1, places));
    }

    /** {@code lands everywhere}; {@code lands} where there is one place. */
    public String verb() {
        return places > 1 ? "lands everywhere" : "lands";
    }

    /** {@code in all 6}; {@code lands} where there is one place: for a narrow column. */
    public String narrow() {
        return places > 1 ? "all " + Rounding.number(places, 0) : "lands";
    }

    /** One sentence. */
    public String definition() {
        return places > 1
                ? "Lands everywhere: runs in which the step %s succeeded in each of its %s places."
                        .formatted(step, Rounding.number(places, 0))
                : "Lands: runs in which the step %s succeeded.".formatted(step);
    }
}
