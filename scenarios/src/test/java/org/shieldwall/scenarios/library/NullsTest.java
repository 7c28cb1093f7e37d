package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shieldwall.measure.Measures;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** Where sharing cannot do anything it does nothing: every measure equal bit for bit in every replication. */
class NullsTest {
    private static final int REPLICATIONS = 60;

    /** Enough that the mean of the differences is nearly normal; its 97.5 % quantile of Student's t is near 1.97. */
    private static final int CHARGED_REPLICATIONS = 200;

    private static final double STUDENT = 1.972;

    private static ThreeGrids free() {
        return new ThreeGrids()
                .with(
                        "costs: {member: {money: 100k EUR per year, analyst-hours: 6 per week}, centre: {money: 300k EUR per"
                                + " year}}",
                        "costs: {member: {money: 0 EUR per year, analyst-hours: 0 per week}, centre: {money: 0 EUR per"
                                + " year}}");
    }

    /** Without money, but with the hours that the lever costs. */
    private static ThreeGrids charged() {
        return new ThreeGrids()
                .with(
                        "costs: {member: {money: 100k EUR per year, analyst-hours: 6 per week}, centre: {money: 300k EUR per"
                                + " year}}",
                        "costs: {member: {money: 0 EUR per year, analyst-hours: 6 per week}, centre: {money: 0 EUR per"
                                + " year}}");
    }

    /** The upper end of the 95 % interval of what sharing adds to the person-hours lost; hours must have been worked. */
    private static double mostThatSharingAdds(World world) {
        double[] hoursAlone = ThreeGrids.measure(world, "isolated", "analyst-hours", CHARGED_REPLICATIONS);
        double[] hoursShared = ThreeGrids.measure(world, "sharing-only", "analyst-hours", CHARGED_REPLICATIONS);
        double[] alone = ThreeGrids.measure(world, "isolated", "person-hours-lost", CHARGED_REPLICATIONS);
        double[] shared = ThreeGrids.measure(world, "sharing-only", "person-hours-lost", CHARGED_REPLICATIONS);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < alone.length; i++) {
            assertThat(hoursShared[i]).as("hours were charged").isGreaterThan(hoursAlone[i] + 100);
            double difference = shared[i] - alone[i];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / alone.length;
        double variance = (squares - sum * mean) / (alone.length - 1);
        return mean + STUDENT * Math.sqrt(Math.max(0, variance) / alone.length);
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

    private static ThreeGrids withoutMembers(ThreeGrids grids) {
        return grids.with(
                "members: [west-power, south-power, north-power, response-centre]", "members: [response-centre]");
    }

    private static ThreeGrids deliveredAfterTheEnd(ThreeGrids grids) {
        return grids.with("delay: {exponential: 2h}", "delay: 400d");
    }

    private static ThreeGrids neverMatching(ThreeGrids grids) {
        return grids.with(
                        "precision: {value: 90%, estimate: \"a curated circle\"}",
                        "precision: 100%\n          levels: [hash, address, domain, artefact, tool]")
                .with("leak: {value: 1%, estimate: \"for each recipient\"}", "leak: 0%")
                .with(
                        "    notices:",
                        "    rotation: {hash: {each-use: true}, address: {each-use: true}, domain: {each-use: true},"
                                + " artefact: {each-use: true}, tool: {each-use: true}}\n    notices:");
    }

    @Test
    void withoutMembersSharingIsNothing() {
        assertThat(differing(withoutMembers(free()).world())).isZero();
    }

    @Test
    void whatIsDeliveredAfterTheEndIsNothing() {
        assertThat(differing(deliveredAfterTheEnd(free()).world())).isZero();
    }

    @Test
    void indicatorsThatNeverMatchAreNothing() {
        assertThat(differing(neverMatching(free()).world())).isZero();
    }

    @Test
    void withItsHoursChargedWhatDoesNothingIsNotBetter() {
        assertThat(mostThatSharingAdds(withoutMembers(charged()).world()))
                .as("without members")
                .isNotNegative();
        assertThat(mostThatSharingAdds(deliveredAfterTheEnd(charged()).world()))
                .as("delivered after the end")
                .isNotNegative();
        assertThat(mostThatSharingAdds(neverMatching(charged()).world()))
                .as("never matching")
                .isNotNegative();
    }

    @Test
    void theLibrarysOwnSharingIsSomething() {
        assertThat(differing(free().world())).isPositive();
    }
}
