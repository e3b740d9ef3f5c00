/**
 * What every script engine must keep: {@link io.tikit.tck.script.ScriptEngineContract}.
 */
@NullMarked
package io.tikit.tck.script;

import org.jspecify.annotations.NullMarked;
