"""The results of jobs, to be saved: never opened as a page of this server."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import FileResponse, Response

from yalu.errors import UsageError
from yalu.jobs import Jobs, folder
from yalu.workbench.problems import refuse

router = APIRouter()


@router.get("/jobs/{job_id}/files/{name:path}", include_in_schema=False)
def job_file(
    request: Request,
    job_id: Annotated[str, Path(pattern=r"^j[0-9a-f]{16}$")],
    name: Annotated[str, Path(min_length=1, max_length=300)],
) -> Response:
    """One result as a download; a name that is none of the job's results is not found."""
    jobs: Jobs = request.app.state.jobs
    try:
        place = folder.folder_of(jobs.workspace, jobs.get(job_id).id)
    except UsageError:
        raise refuse(404, "No such job") from None
    path = folder.result(place, name)
    if path is None:
        raise refuse(404, "No such file")
    return FileResponse(path, filename=path.name, headers={"cache-control": "no-store"})
