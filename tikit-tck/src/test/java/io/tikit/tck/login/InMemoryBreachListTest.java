package io.tikit.tck.login;

import io.tikit.spi.login.BreachedPasswordList;
import io.tikit.tck.Planted;
import java.util.Set;

/** The contract on a sound list. */
class InMemoryBreachListTest implements BreachListContract {
    private InMemoryBreachList list = new InMemoryBreachList(Set.of());

    @Override
    public BreachedPasswordList list(Set<String> sha1s) {
        list = new InMemoryBreachList(sha1s);
        return Planted.into(BreachedPasswordList.class, list);
    }

    @Override
    public void breakOutside(boolean broken) {
        list.breakOff(broken);
    }
}
