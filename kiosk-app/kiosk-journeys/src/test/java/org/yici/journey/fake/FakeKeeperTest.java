package org.yici.journey.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.contract.message.DeviceReport;
import org.yici.journey.port.EndReason;
import org.yici.journey.port.Keeper;
import org.yici.journey.port.Keeper.Foreground;
import org.yici.journey.port.KeeperContract;
import org.yici.journey.port.RememberingListener;

class FakeKeeperTest extends KeeperContract {
    private final FakeKeeper keeper = new FakeKeeper();
    private final List<String> heard = new ArrayList<>();

    FakeKeeperTest() {
        keeper.listen(new RememberingListener(heard));
    }

    @Override
    protected Keeper keeper() {
        return keeper;
    }

    @Override
    protected List<String> heard() {
        return heard;
    }

    @Override
    protected void grant(Foreground foreground) {
        keeper.grant(foreground);
    }

    @Override
    protected void refuse(ErrorCode reason) {
        keeper.refuse(reason);
    }

    @Override
    protected void goAway() {
        keeper.goAway();
    }

    @Override
    protected void comeBack() {
        keeper.comeBack();
    }

    @Override
    protected void beGone() {
        keeper.beGone();
    }

    @Override
    protected List<UUID> keptIntents() {
        return List.copyOf(keeper.intents().keySet());
    }

    @Override
    protected List<UUID> keptOutcomes() {
        return List.copyOf(keeper.outcomes().keySet());
    }

    @Override
    protected List<UUID> keptEntries() {
        return List.copyOf(keeper.entries().keySet());
    }

    @Override
    protected List<StoppableService> stopped() {
        return List.copyOf(keeper.stopped().keySet());
    }

    @Override
    protected List<String> events() {
        return keeper.events().stream().map(Enum::name).toList();
    }

    @Override
    protected List<String> deviceStates() {
        return keeper.status().stream().map(DeviceReport::state).toList();
    }

    @Override
    protected Optional<EndReason> ended() {
        return keeper.ended();
    }

    @Override
    protected void until(Callable<Boolean> condition) {
        try {
            assertThat(condition.call()).isTrue();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
