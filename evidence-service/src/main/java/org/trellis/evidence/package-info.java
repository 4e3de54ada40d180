/** Evidence: what is measured, what schools hand in, who checks it, and the outcomes that it shows. */
package org.trellis.evidence;
