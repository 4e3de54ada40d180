/** One piece of research and development at a time: its question, its success measures, the schools in it, its cycles. */
package org.trellis.project;
