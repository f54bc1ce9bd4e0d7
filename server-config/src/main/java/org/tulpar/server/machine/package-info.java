/**
 * What the launcher needs of the machine: ports, directories, processes, secrets, and words for the
 * person.
 */
package org.tulpar.server.machine;
