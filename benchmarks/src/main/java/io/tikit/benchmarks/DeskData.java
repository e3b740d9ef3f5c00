package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.UserId;
import java.util.ArrayList;
import java.util.List;

/** The tenant and the customers who open tickets. */
record DeskData(TenantId tenant, List<UserId> customers) {
    static final Person ADMIN = Person.of("Ada Admin", "ada@bench.example");
    private static final int CUSTOMERS = 50;

    static DeskData create(Tikit tikit) {
        TenantId tenant = tikit.tenants().create("bench", ADMIN);
        Desk desk = tikit.as(Caller.of(tenant, ADMIN));
        List<UserId> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(desk.people()
                    .createUser(CreateUser.of("Customer " + (100 + i), "customer" + (100 + i) + "@bench.example"))
                    .id());
        }
        return new DeskData(tenant, List.copyOf(customers));
    }

    UserId customer(long number) {
        return customers.get((int) (number % customers.size()));
    }
}
