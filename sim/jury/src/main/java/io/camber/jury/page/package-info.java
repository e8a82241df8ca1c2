/**
 * Static pages about many drives: one self-contained HTML file each, printable, light and dark. Main type: {@link
 * io.camber.jury.page.Page}.
 */
@NullMarked
package io.camber.jury.page;

import org.jspecify.annotations.NullMarked;
