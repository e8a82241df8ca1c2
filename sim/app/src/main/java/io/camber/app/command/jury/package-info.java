/** What drives are worth: evaluation, comparison, blame, tickets, queries, reaction times. */
@NullMarked
package io.camber.app.command.jury;

import org.jspecify.annotations.NullMarked;
