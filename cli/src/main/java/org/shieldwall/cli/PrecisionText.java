package org.shieldwall.cli;

import org.shieldwall.experiments.Precision;
import org.shieldwall.scenarios.language.PrecisionWords;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a precision: {@code 5%} of the baseline's mean, or an amount, {@code "5000 person-hours"}. */
final class PrecisionText implements ITypeConverter<PrecisionWords> {

    @Override
    public PrecisionWords convert(String text) {
        PrecisionWords words = PrecisionWords.of(text);
        if (words == null || !(words.number() > 0)) {
            throw new TypeConversionException(
                    "`%s` is no precision: write 5%% (of the baseline's mean) or \"5000 person-hours\""
                            .formatted(text));
        }
        return words;
    }

    /**
     * What it means for a measure.
     *
     * @throws IllegalArgumentException if it is an amount of something else
     */
    static Precision of(PrecisionWords words, String measure, String unit) {
        if (words.isShare()) {
            return Precision.relative(words.number() / 100);
        }
        Double amount = words.in(unit);
        if (amount == null) {
            throw new IllegalArgumentException(
                    "--precision: `%s` is not the unit of %s: write 5%% (of the baseline's mean) or \"%s\""
                            .formatted(words.unit(), measure, words.advice(unit)));
        }
        return Precision.absolute(amount);
    }
}
