/**
 * Forms: which fields a ticket of a type has, and what its values make of them (REQ-TM-003, REQ-TM-005). Start at
 * {@link io.tikit.core.form.FormDocuments}, how a form is written; {@link io.tikit.core.form.CompiledForm} decides what a
 * form is for a ticket and whoever edits it, and is pure; {@link io.tikit.core.form.FormCheck} holds changes to that. The
 * commands of tickets ask here within their units, and the same answer is what hosts are shown.
 */
@NullMarked
package io.tikit.core.form;

import org.jspecify.annotations.NullMarked;
