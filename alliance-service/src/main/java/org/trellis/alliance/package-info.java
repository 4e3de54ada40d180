/** Who works with whom: organisations, alliances and their members, people and what they are appointed to. */
package org.trellis.alliance;
