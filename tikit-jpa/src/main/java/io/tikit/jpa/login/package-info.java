/** Logins: plain rows without entities, since none of them is changed in more than a column or two. */
@NullMarked
package io.tikit.jpa.login;

import org.jspecify.annotations.NullMarked;
