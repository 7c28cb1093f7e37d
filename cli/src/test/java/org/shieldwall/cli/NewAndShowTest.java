package org.shieldwall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario to start from, and what a scenario models. */
class NewAndShowTest {
    @TempDir
    Path folder;

    private Path written() {
        Path file = folder.resolve("my-town.yaml");
        assertThat(new Captured(true).run("new", file.toString())).isZero();
        return file;
    }

    @Test
    void whatNewWritesHasNoMistakeAndNothingPointless() {
        Captured lint = new Captured(true);
        assertThat(lint.run("lint", written().toString())).isZero();
        assertThat(lint.out()).endsWith("my-town.yaml: no mistakes\n");
    }

    @Test
    void whatNewWritesRunsAndItsExpectationsHold() {
        Path file = written();
        assertThat(new Captured(true).run("run", file.toString())).isZero();
        assertThat(new Captured(true).run("check", file.toString(), "--replications", "100"))
                .isZero();
    }

    @Test
    void newOverwritesNothing() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "mine");
        Captured again = new Captured(true);
        assertThat(again.run("new", file.toString())).isEqualTo(Shieldwall.WRONG_USE);
        assertThat(again.err()).contains("there is a file").contains("stays as it is");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void aPageReplacesAPageAndNothingElse() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(new Captured(true).run("show", "first-steps", "--html", page.toString()))
                .isZero();
        assertThat(new Captured(true).run("show", "first-steps", "--html", page.toString()))
                .isZero();
        Path mine = folder.resolve("mine.yaml");
        assertThat(new Captured(true).run("new", mine.toString())).isZero();
        String before = Files.readString(mine);
        Captured over = new Captured(true);
        assertThat(over.run("show", mine.toString(), "--html", mine.toString())).isEqualTo(1);
        assertThat(over.err()).contains("is no page; it stays as it is");
        assertThat(Files.readString(mine)).isEqualTo(before);
    }

    @Test
    void newNeedsAFolderAndAnEnding() {
        Captured nowhere = new Captured(true);
        assertThat(nowhere.run("new", folder.resolve("no/town.yaml").toString()))
                .isEqualTo(Shieldwall.WRONG_USE);
        assertThat(nowhere.err()).contains("there is no folder");
        Captured ending = new Captured(true);
        assertThat(ending.run("new", folder.resolve("town").toString())).isEqualTo(Shieldwall.WRONG_USE);
        assertThat(ending.err()).contains("town.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joint-defence", "first-steps", "estonia-2007", "theory/b9-series"})
    void aCopyOfTheLibraryHasItsOwnTitleAndNoMistake(String id) throws IOException {
        Path file = folder.resolve("my-own-town.yaml");
        assertThat(new Captured(true).run("new", file.toString(), "--from", id)).isZero();

        Captured lint = new Captured(true);
        assertThat(lint.run("lint", file.toString())).isZero();
        assertThat(lint.out()).endsWith("my-own-town.yaml: no mistakes\n");
        String expect = Files.readString(file).split("\nexpect:\n", 2)[1];
        assertThat(Files.readString(file))
                .contains("name: \"My own town\"")
                .containsOnlyOnce("# yours: what you expect");
        assertThat(expect.split("\n[a-z]", 2)[0]).doesNotContain("source:");
    }

    @Test
    void onlyTheLibraryCanBeCopied() {
        Captured copy = new Captured(true);
        assertThat(copy.run("new", folder.resolve("a.yaml").toString(), "--from", "joint-defense"))
                .isEqualTo(Shieldwall.WRONG_USE);
        assertThat(copy.err()).contains("did you mean `joint-defence`?");
        assertThat(folder.resolve("a.yaml")).doesNotExist();
    }

    @Test
    void showSaysWhoDefendsWhoAttacksAndWhatItCosts() {
        Captured show = new Captured(true);
        assertThat(show.run("show", "three-grids")).isZero();
        assertThat(show.out())
                .contains("● west-power: business, electricity; 2 analysts on duty, 5 sensors")
                .contains("west-control: 4 west-hmi, 30 west-substation; open to west-office (vpn)")
                .contains("█ west-electricity: 200,000 people; needs the share of west-substation")
                .contains("strike: unauthorised-command (T0855) on all west-substation")
                .contains("◆ sharing: A national centre");
        assertThat(show.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-grids", "theory/b10e-alone-and-joint"})
    void thePageOfAScenarioLoadsNothingAndIsTheSameEachTime(String id) throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(new Captured(true).run("show", id, "--html", page.toString()))
                .isZero();
        String first = Files.readString(page);
        assertThat(new Captured(true).run("show", id, "--html", page.toString()))
                .isZero();
        assertThat(first)
                .isEqualTo(Files.readString(page))
                .contains("default-src 'none'")
                .doesNotContain("<script", "src=", "url(", " style=");
    }
}
