package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** Where sharing cannot do anything it does nothing: every measure equal bit for bit in every replication. */
class NullsTest {
    private static final int REPLICATIONS = 60;

    private static ThreeGrids free() {
        return new ThreeGrids()
                .with(
                        "costs: {member: {money: 100k EUR per year, analyst-hours: 6 per week}, centre: {money: 300k EUR per"
                                + " year}}",
                        "costs: {member: {money: 0 EUR per year, analyst-hours: 0 per week}, centre: {money: 0 EUR per"
                                + " year}}");
    }

    /** Replications in which some measure differs between isolated and sharing-only. */
    private static int differing(World world) {
        Simulation simulation = new Simulation(world).checking(true);
        Measures measures = new Measures(world);
        int columns = measures.columns().size();
        double[] alone = new double[columns];
        double[] shared = new double[columns];
        byte[] aloneEnds = new byte[columns];
        byte[] sharedEnds = new byte[columns];
        int differing = 0;
        for (int replication = 1; replication <= REPLICATIONS; replication++) {
            measures.fold(ThreeGrids.run(simulation, "isolated", replication), alone, aloneEnds);
            measures.fold(ThreeGrids.run(simulation, "sharing-only", replication), shared, sharedEnds);
            boolean differs = false;
            for (int column = 0; column < columns; column++) {
                differs |= Double.doubleToLongBits(alone[column]) != Double.doubleToLongBits(shared[column])
                        || aloneEnds[column] != sharedEnds[column];
            }
            differing += differs ? 1 : 0;
        }
        return differing;
    }

    @Test
    void withoutMembersSharingIsNothing() {
        assertThat(differing(free().with(
                                "members: [west-power, south-power, north-power, response-centre]",
                                "members: [response-centre]")
                        .world()))
                .isZero();
    }

    @Test
    void whatIsDeliveredAfterTheEndIsNothing() {
        assertThat(differing(
                        free().with("delay: {exponential: 2h}", "delay: 400d").world()))
                .isZero();
    }

    @Test
    void indicatorsThatNeverMatchAreNothing() {
        ThreeGrids never = free().with(
                        "precision: {value: 90%, estimate: \"a curated circle\"}",
                        "precision: 100%\n          levels: [hash, address, domain, artefact, tool]")
                .with("leak: {value: 1%, estimate: \"for each recipient\"}", "leak: 0%")
                .with(
                        "    notices:",
                        "    rotation: {hash: {each-use: true}, address: {each-use: true}, domain: {each-use: true},"
                                + " artefact: {each-use: true}, tool: {each-use: true}}\n    notices:");
        assertThat(differing(never.world())).isZero();
    }

    @Test
    void theLibrarysOwnSharingIsSomething() {
        assertThat(differing(free().world())).isPositive();
    }
}
