package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CreateCategory;
import io.tikit.api.category.RetireCategory;
import io.tikit.api.category.UpdateCategory;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.RollbackDocument;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.RenewHtml;
import io.tikit.api.conversation.Reply;
import io.tikit.api.form.MigrateField;
import io.tikit.api.link.LinkTickets;
import io.tikit.api.link.UnlinkTickets;
import io.tikit.api.people.ChangeMembership;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.DeactivateUser;
import io.tikit.api.people.InviteUser;
import io.tikit.api.people.UpdateOrganisation;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.plugin.PutPluginValue;
import io.tikit.api.plugin.RemovePluginValue;
import io.tikit.api.routing.AddAbsence;
import io.tikit.api.routing.AssignTicket;
import io.tikit.api.routing.ReleaseTicket;
import io.tikit.api.routing.RemoveAbsence;
import io.tikit.api.routing.ReturnTickets;
import io.tikit.api.routing.RouteTeam;
import io.tikit.api.routing.SetPresence;
import io.tikit.api.routing.TakeNext;
import io.tikit.api.routing.TakeTicket;
import io.tikit.api.routing.UpdateAgent;
import io.tikit.api.suggestion.AcceptSuggestion;
import io.tikit.api.suggestion.RejectSuggestion;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.api.timer.CancelTimer;
import io.tikit.api.timer.ScheduleTimer;
import io.tikit.api.workflow.AdvanceTicket;

/**
 * A wish to change something: one immutable record per use case. A command is given to the service method of its use
 * case, or several to {@link Desk#together}.
 *
 * @param <R> what carrying it out returns
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
@SuppressWarnings("unused") // R is used by Results.of
public sealed interface Command<R>
        permits CreateTicket,
                MigrateField,
                UpdateTicket,
                Reply,
                RenewHtml,
                AddNote,
                CreateUser,
                UpdateProfile,
                UpdateUser,
                ChangeMembership,
                CreateCategory,
                CreateOrganisation,
                DeactivateUser,
                InviteUser,
                RetireCategory,
                UpdateCategory,
                UpdateOrganisation,
                CreateTeam,
                UpdateTeam,
                ScheduleTimer,
                CancelTimer,
                SaveDocument,
                RetireDocument,
                RollbackDocument,
                ApplyConfiguration,
                PutPluginValue,
                RemovePluginValue,
                AcceptSuggestion,
                RejectSuggestion,
                UpdateAgent,
                SetPresence,
                AddAbsence,
                RemoveAbsence,
                AssignTicket,
                TakeTicket,
                TakeNext,
                ReleaseTicket,
                ReturnTickets,
                RouteTeam,
                LinkTickets,
                UnlinkTickets,
                AdvanceTicket {}
