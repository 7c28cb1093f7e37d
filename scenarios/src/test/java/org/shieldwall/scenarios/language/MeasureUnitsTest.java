package org.shieldwall.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shieldwall.measure.Measures;
import org.shieldwall.scenarios.Library;
import org.shieldwall.scenarios.ScenarioReader;
import org.shieldwall.world.World;

/** The reader knows the unit in which each measure comes. */
class MeasureUnitsTest {

    static Stream<String> scenarios() {
        return Library.scenarioIds().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void unitsOfTheLanguageAreThoseOfTheMeasures(String id) throws IOException {
        World world = World.compile(
                Objects.requireNonNull(new ScenarioReader().read(id).scenario()));
        for (Measures.Column column : new Measures(world).columns()) {
            assertThat(MeasureCheck.unit(column.name())).as(column.name()).isEqualTo(column.unit());
        }
    }
}
