package org.yici.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.endurance.Fault.Kind;

/** What a seed stands for. */
class PlanTest {
    private static Random seed() {
        return new Random(7);
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void cutsInEveryWayThatFitsAndTheSameForASeed(Point point) {
        List<Way> plan = Way.plan(point, 10, seed());
        assertThat(plan).hasSize(10).isEqualTo(Way.plan(point, 10, seed()));
        assertThat(plan)
                .contains(Way.LINE_RESET, Way.LINE_CLOSED, Way.LINE_SILENT, Way.AGENT_KILLED, Way.BROKER_KILLED);
        assertThat(plan.contains(Way.SERVICE_KILLED)).isEqualTo(point != Point.IN_PUBLISH);
        assertThat(plan.contains(Way.DATABASE_STOPPED)).isEqualTo(point != Point.IN_PUBLISH);
        assertThat(Way.plan(point, 100, seed())).hasSize(100);
    }

    @Test
    void stormsBringEveryKindInTurn() {
        List<Fault> plan = Fault.plan(100, 4, seed());
        assertThat(plan).hasSize(100).isEqualTo(Fault.plan(100, 4, seed()));
        for (Kind kind : Kind.values()) {
            assertThat(plan.stream().filter(fault -> fault.kind() == kind).count())
                    .as(kind.name())
                    .isBetween(5L, 6L);
        }
    }
}
