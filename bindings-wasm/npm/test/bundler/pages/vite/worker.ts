/** The worker for Vite. */

import { answer } from "../page.js";

answer();
