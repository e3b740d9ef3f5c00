package io.tikit.tck.login;

import io.tikit.spi.login.BreachedPasswordList;
import java.util.Set;

class ThirdPartyBreachListTest implements BreachListContract {
    private InMemoryBreachList list = new InMemoryBreachList(Set.of());

    @Override
    public BreachedPasswordList list(Set<String> sha1s) {
        list = new InMemoryBreachList(sha1s);
        return list;
    }

    @Override
    public void breakOutside(boolean broken) {
        list.breakOff(broken);
    }
}
