/** What lies in the folder of a bus: names, layouts of headers and records, maps of files, and whose process still runs. */
@NullMarked
package io.camber.bus.shm.file;

import org.jspecify.annotations.NullMarked;
