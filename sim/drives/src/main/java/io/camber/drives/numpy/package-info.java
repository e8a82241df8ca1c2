/** Arrays in NumPy's own files: {@code NumpyArray} reads one; archives of them and Python objects stay out. */
@NullMarked
package io.camber.drives.numpy;

import org.jspecify.annotations.NullMarked;
