package org.yici.kiosk.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.contract.message.DeviceReport;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.AgentClientContract;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.RememberingListener;

class FakeAgentClientTest extends AgentClientContract {
    private final FakeAgentClient agent = new FakeAgentClient();
    private final List<String> heard = new ArrayList<>();

    FakeAgentClientTest() {
        agent.listen(new RememberingListener(heard));
    }

    @Override
    protected AgentClient client() {
        return agent;
    }

    @Override
    protected List<String> heard() {
        return heard;
    }

    @Override
    protected void grant(DisplayGrant foreground) {
        agent.grant(foreground);
    }

    @Override
    protected void refuse(ErrorCode reason) {
        agent.refuse(reason);
    }

    @Override
    protected void goAway() {
        agent.goAway();
    }

    @Override
    protected void comeBack() {
        agent.comeBack();
    }

    @Override
    protected void beGone() {
        agent.beGone();
    }

    @Override
    protected List<UUID> keptIntents() {
        return List.copyOf(agent.intents().keySet());
    }

    @Override
    protected List<UUID> keptOutcomes() {
        return List.copyOf(agent.outcomes().keySet());
    }

    @Override
    protected List<UUID> keptEntries() {
        return List.copyOf(agent.entries().keySet());
    }

    @Override
    protected List<StoppableService> stopped() {
        return List.copyOf(agent.stopped().keySet());
    }

    @Override
    protected List<String> events() {
        return agent.events().stream().map(Enum::name).toList();
    }

    @Override
    protected List<String> deviceStates() {
        return agent.status().stream().map(DeviceReport::state).toList();
    }

    @Override
    protected Optional<EndReason> ended() {
        return agent.ended();
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
