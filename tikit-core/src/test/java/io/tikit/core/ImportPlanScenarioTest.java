package io.tikit.core;

import static io.tikit.core.PeopleFiles.check;
import static io.tikit.core.PeopleFiles.isStale;
import static io.tikit.core.PeopleFiles.known;
import static io.tikit.core.PeopleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Person;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.ProfileChange;
import io.tikit.api.people.Role;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.api.people.UpdateOrganisation;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a dry run told is what an import does, or it does nothing. */
class ImportPlanScenarioTest {
    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /** The same outcome for somebody else, or of other columns, is not what was looked at. */
    @Test
    void planHoldsWhomItChangesAndWhat() {
        User a = desk.admin.people().createUser(new CreateUser(Person.of("A", "a@plan.example"), Role.CUSTOMER));
        User b = desk.admin.people().createUser(new CreateUser(Person.of("B", "b@plan.example"), Role.CUSTOMER));
        TransferSource byMail = text("email,role\na@plan.example,agent\n");
        String plan = check(desk.admin, TransferFormat.CSV, byMail).report().plan();
        desk.admin.people().updateProfile(UpdateProfile.of(a.id()).with(new ProfileChange.SetEmail("c@plan.example")));
        desk.admin.people().updateProfile(UpdateProfile.of(b.id()).with(new ProfileChange.SetEmail("a@plan.example")));
        isStale(desk.admin, byMail, plan, line -> true);
        assertThat(known(desk.admin, "b@plan.example").role()).isEqualTo(Role.CUSTOMER);

        TransferSource phone = text("external_id,state,phone\nb@plan.example,active,123\n");
        String second = check(desk.admin, TransferFormat.CSV, phone).report().plan();
        desk.admin.people().updateUser(UpdateUser.of(b.id()).withActive(false));
        isStale(desk.admin, phone, second, line -> true);
        assertThat(known(desk.admin, "b@plan.example").state()).isEqualTo(UserState.SUSPENDED);
    }

    @Test
    void whatIsWrittenIsWhatWasCheckedAndNotWhatTheSourceGivesLater() {
        int[] opened = {0};
        TransferSource file =
                () -> text("email,name,role\nz@later.example,Z," + (++opened[0] < 3 ? "customer" : "admin") + "\n")
                        .open();
        String plan = check(desk.admin, TransferFormat.CSV, file).report().plan();
        isStale(desk.admin, file, plan, line -> true);
        assertThat(opened[0]).isEqualTo(3);
        assertThat(desk.admin.people().userBySubject("z@later.example")).isEmpty();
    }

    @Test
    void nobodyJoinsWhatWasRenamedWhileTheImportRan() {
        Organisation org = desk.admin.organisations().create(CreateOrganisation.of("Hooli"));
        StringBuilder lines = new StringBuilder("name,email,organisations\n");
        for (int i = 0; i < 150; i++) {
            lines.append("Many,many").append(i).append("@hooli.example,Hooli\n");
        }
        TransferSource file = text(lines.toString());
        String plan = check(desk.admin, TransferFormat.CSV, file).report().plan();
        isStale(desk.admin, file, plan, line -> {
            if (line.line() == 101) {
                desk.admin
                        .organisations()
                        .update(UpdateOrganisation.of(org.id()).withName("Nucleus"));
            }
            return true;
        });
        assertThat(desk.admin.people().userBySubject("many99@hooli.example")).isPresent();
        assertThat(desk.admin.people().userBySubject("many100@hooli.example")).isEmpty();
    }
}
