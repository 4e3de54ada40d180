/** What projects and their schools have come to: progress and impact, from what the other services tell. */
package org.trellis.reporting;
