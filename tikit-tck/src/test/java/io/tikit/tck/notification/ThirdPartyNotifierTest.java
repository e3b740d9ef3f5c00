package io.tikit.tck.notification;

import io.tikit.spi.notification.Notifier;
import java.util.List;

// tag::test
class ThirdPartyNotifierTest implements NotifierContract {
    private final RecordingNotifier people = new RecordingNotifier();

    @Override
    public Notifier notifier() {
        return people.node();
    }

    @Override
    public List<Shown> shown() {
        return people.shown();
    }

    @Override
    public void breakOutside(boolean broken) {
        people.breakOff(broken);
    }
}
// end::test
