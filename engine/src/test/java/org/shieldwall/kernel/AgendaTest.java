package org.shieldwall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgendaTest {

    @Test
    void entriesComeOutInTheOrderInWhichTheyWentIn() {
        Agenda agenda = new Agenda();
        int in = 0;
        int out = 0;
        for (int round = 0; round < 300; round++) {
            for (int i = 0; i < round % 17; i++) {
                agenda.add(in, -in, in * 3);
                in++;
            }
            for (int i = 0; i < round % 13 && agenda.poll(); i++) {
                assertThat(agenda.reaction()).isEqualTo(out);
                assertThat(agenda.who()).isEqualTo(-out);
                assertThat(agenda.fact()).isEqualTo(out * 3);
                out++;
            }
            assertThat(agenda.size()).isEqualTo(in - out);
        }
        while (agenda.poll()) {
            assertThat(agenda.reaction()).isEqualTo(out++);
        }
        assertThat(out).isEqualTo(in);
        assertThat(agenda.isEmpty()).isTrue();
    }

    @Test
    void aCopyHoldsTheSameEntriesAndItsOwnArray() {
        Agenda agenda = new Agenda();
        for (int i = 0; i < 200; i++) {
            agenda.add(i, i, i);
            if (i % 4 == 0) {
                agenda.poll();
            }
        }
        Agenda copy = new Agenda();
        copy.add(1, 2, 3);
        copy.copyFrom(agenda);
        Digest one = new Digest();
        Digest other = new Digest();
        agenda.digest(one);
        copy.digest(other);
        assertThat(other.hex()).isEqualTo(one.hex());
        agenda.reset();
        assertThat(agenda.poll()).isFalse();
        assertThat(copy.poll()).isTrue();
        assertThat(copy.reaction()).isEqualTo(50);
    }

    @Test
    void allocatesNothingAfterWarmUp() {
        Agenda agenda = new Agenda();
        Runnable use = () -> {
            for (int i = 0; i < 1_000; i++) {
                agenda.add(i, i, i);
            }
            while (agenda.poll()) {
                agenda.add(0, 0, 0);
                agenda.poll();
            }
        };
        use.run();
        assertThat(Allocation.ofQuietest(use)).isZero();
    }
}
