/** For the script that pins what is installed. */
export { jarLockOf } from "./install/jar-lock.ts";
export { copyMavenJars } from "./install/maven-jars.ts";
export { programsFile } from "./install/programs-folder.ts";
