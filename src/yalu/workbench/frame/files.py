"""The results of jobs and the archived documents, to be saved: never opened as a page of this server."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import FileResponse, Response

from yalu.errors import StorageError, UsageError, YaluError
from yalu.evidence import archive
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


@router.get("/documents/{sha256}", include_in_schema=False)
def document(
    request: Request, sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", max_length=64)]
) -> Response:
    """An archived document, checked against its address, to be saved and never opened as a page here."""
    jobs: Jobs = request.app.state.jobs
    try:
        content = archive.document(jobs.workspace, sha256)
    except StorageError:
        raise
    except YaluError as error:
        raise refuse(404, error.what) from None
    headers = {
        "content-disposition": f'attachment; filename="{sha256[:16]}.bin"',
        "cache-control": "no-store",
    }
    return Response(content, headers=headers, media_type="application/octet-stream")
