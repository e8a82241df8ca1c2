/** What people and tools read after a sweep: one table, one page. */
@NullMarked
package io.camber.app.sweep.report;

import org.jspecify.annotations.NullMarked;
